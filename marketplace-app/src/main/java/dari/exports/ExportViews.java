package dari.exports;

import dari.accounts.Accounts;
import dari.kernel.UserId;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows exports; several are read at once. */
@Component
class ExportViews {

    private final ExportFileRepository files;
    private final ExportReviewRepository reviews;
    private final Projects projects;
    private final Accounts accounts;
    private final Clock clock;
    private final ZoneId seoul;

    ExportViews(
            ExportFileRepository files,
            ExportReviewRepository reviews,
            Projects projects,
            Accounts accounts,
            Clock clock,
            ZoneId seoul) {
        this.files = files;
        this.reviews = reviews;
        this.projects = projects;
        this.accounts = accounts;
        this.clock = clock;
        this.seoul = seoul;
    }

    ExportView view(Export export) {
        return views(List.of(export)).get(0);
    }

    List<ExportView> views(Collection<Export> several) {
        List<UUID> ids = several.stream().map(Export::id).toList();
        Map<ProjectId, ProjectView> of =
                projects.facts(several.stream().map(Export::project).distinct().toList());
        Map<UUID, List<ExportFile>> kept =
                files.findByExportInOrderById(ids).stream().collect(Collectors.groupingBy(ExportFile::export));
        Map<UUID, List<ExportReview>> given =
                reviews.findByExportInOrderById(ids).stream().collect(Collectors.groupingBy(ExportReview::export));
        Map<UserId, String> names = accounts.names(Stream.concat(
                        several.stream().map(Export::requester),
                        given.values().stream().flatMap(List::stream).map(ExportReview::reviewer))
                .distinct()
                .toList());
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        return several.stream()
                .map(export -> view(
                        export,
                        Objects.requireNonNull(of.get(export.project())),
                        kept.getOrDefault(export.id(), List.of()),
                        given.getOrDefault(export.id(), List.of()),
                        names,
                        today))
                .toList();
    }

    private static ExportView view(
            Export e,
            ProjectView project,
            List<ExportFile> files,
            List<ExportReview> given,
            Map<UserId, String> names,
            LocalDate today) {
        LocalDate until = e.availableUntil();
        return new ExportView(
                e.id(),
                e.sandbox(),
                project,
                e.kind(),
                e.title(),
                e.purpose(),
                e.state(),
                names.getOrDefault(e.requester(), ""),
                e.madeAt(),
                e.submittedAt(),
                e.decidedAt(),
                e.changedAt(),
                until,
                until != null && today.isAfter(until),
                e.sidecar(),
                e.downloads(),
                e.note(),
                e.attestBy(),
                e.attestation(),
                e.attestedAt(),
                e.owesAttestation(),
                e.filesGone(),
                files.stream().map(ExportViews::file).toList(),
                given.stream()
                        .map(look -> new ExportView.Look(
                                names.getOrDefault(look.reviewer(), ""),
                                look.approved(),
                                look.reason(),
                                look.givenAt()))
                        .toList());
    }

    private static ExportView.File file(ExportFile f) {
        return new ExportView.File(
                f.id(),
                f.name(),
                f.form(),
                f.bytes(),
                ExportSeal.hex(f.sha256()),
                f.malware(),
                f.blocked(),
                f.isMarked(),
                hexOrNull(f.releasedSha256()),
                f.findings());
    }

    private static @Nullable String hexOrNull(byte @Nullable [] hash) {
        return hash == null ? null : ExportSeal.hex(hash);
    }
}
