package dari.exports;

import dari.audit.History;
import dari.audit.HistoryLine;
import dari.documents.ContentCheck;
import dari.exports.scan.ShownTable;
import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.HospitalReleaseReviewer;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.UserId;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.provisioner.release.Distribution;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import dari.sandboxes.StaysOut;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hospital's side of the desk: two different people look at every request, and one word calls back what left. */
@Service
@Transactional
public class ExportDesk {

    /** How many have to agree; one no is enough. */
    static final int REVIEWERS = 2;

    private static final int SHOWN_ROWS = 30;

    private final ExportRepository exports;
    private final ExportFileRepository files;
    private final ExportReviewRepository reviews;
    private final ExportFiles contents;
    private final ExportStorage storage;
    private final ExportViews views;
    private final ExportSeal seal;
    private final Exports startups;
    private final Beside beside;
    private final Sandboxes sandboxes;
    private final Projects projects;
    private final Organizations organizations;
    private final List<StaysOut> staysOut;
    private final History history;
    private final CurrentActor currentActor;
    private final ExportProperties limits;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    ExportDesk(
            ExportRepository exports,
            ExportFileRepository files,
            ExportReviewRepository reviews,
            ExportFiles contents,
            ExportStorage storage,
            ExportViews views,
            ExportSeal seal,
            Exports startups,
            Beside beside,
            Sandboxes sandboxes,
            Projects projects,
            Organizations organizations,
            List<StaysOut> staysOut,
            History history,
            CurrentActor currentActor,
            ExportProperties limits,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.exports = exports;
        this.files = files;
        this.reviews = reviews;
        this.contents = contents;
        this.storage = storage;
        this.views = views;
        this.seal = seal;
        this.startups = startups;
        this.beside = beside;
        this.sandboxes = sandboxes;
        this.projects = projects;
        this.organizations = organizations;
        this.staysOut = List.copyOf(staysOut);
        this.history = history;
        this.currentActor = currentActor;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** Every request that was put before the hospital, the newest first, a page at a time. */
    @HospitalMember
    @Transactional(readOnly = true)
    public Page<ExportView> mine(int page, int size) {
        Page<Export> found = exports.findByHospitalAndSubmittedAtNotNullOrderByIdDesc(
                currentActor.get().organization(), PageRequest.of(page, size));
        return new PageImpl<>(views.views(found.getContent()), found.getPageable(), found.getTotalElements());
    }

    @HospitalMember
    @Transactional(readOnly = true)
    public ExportView show(UUID id) {
        return views.view(ofMyHospital(id));
    }

    @HospitalMember
    @Transactional(readOnly = true)
    public List<HistoryLine> history(UUID id) {
        return startups.lines(ofMyHospital(id));
    }

    /** What is looked at before deciding: tables, and what left before beside them. */
    @HospitalReleaseReviewer
    @SecondStep
    @Transactional(readOnly = true)
    public Evidence evidence(UUID id) {
        Export export = ofMyHospital(id);
        requireImpartial(export);
        long threshold = threshold(export);
        List<ExportFile> kept = export.filesGone() ? List.of() : files.findByExportOrderById(id);
        List<Evidence.FileTables> tables = kept.stream()
                .map(file -> new Evidence.FileTables(
                        file.id(),
                        file.name(),
                        contents.tables(file).stream()
                                .map(table -> ShownTable.of(table, threshold, SHOWN_ROWS))
                                .toList()))
                .filter(file -> !file.tables().isEmpty())
                .toList();
        return new Evidence(
                threshold,
                tables,
                views.views(beside.earlier(export)),
                export.filesGone() ? List.of() : beside.of(export, threshold),
                hasSaid(id, currentActor.get().user()));
    }

    /** A reviewer takes a file to look at it; it stays inside the hospital. */
    @HospitalReleaseReviewer
    @SecondStep
    public Leaving look(UUID id, UUID file) {
        Export export = ofMyHospital(id);
        requireImpartial(export);
        ExportFile found = files.findByIdAndExport(file, id).orElseThrow(() -> new NotFoundException("export file"));
        if (export.filesGone() || found.blocked()) {
            throw new NotFoundException("export file");
        }
        history.record(Exports.entry("export.looked", export).with("file", file));
        return new Leaving(found.name(), found.known(), storage.checked(found.id(), found.sha256()));
    }

    /**
     * One person's word. The second yes lets the files go, marked and signed; one no is enough to keep them.
     *
     * @throws RuleBrokenException when it is not in review, the person said their word already or stays out of it, or
     *     access is closed
     */
    @HospitalReleaseReviewer
    @SecondStep
    public void decide(UUID id, boolean approved, String reason) {
        ContentCheck.message(reason);
        Export export = mine(exports.lock(id).orElseThrow(() -> new NotFoundException("export")));
        export.requireInReview();
        requireImpartial(export);
        UserId me = currentActor.get().user();
        if (hasSaid(id, me)) {
            throw new RuleBrokenException("exports.rule.twice");
        }
        if (approved) {
            requireAccess(export);
        }
        Instant now = clock.instant();
        reviews.save(new ExportReview(ids.next(), id, me, approved, reason, now));
        if (!approved) {
            export.reject(reason, now);
            history.record(Exports.entry("export.rejected", export).because(reason));
            tellStartup(export, "exports.notice.rejected");
        } else if (reviews.findByExportOrderById(id).size() < REVIEWERS) {
            history.record(Exports.entry("export.agreed", export).because(reason));
        } else {
            LocalDate until = today().plusDays(limits.days());
            Sidecar sidecar =
                    seal.seal(export, files.findByExportOrderById(id), projects.facts(export.project()), until, now);
            export.approve(sidecar, until, now);
            history.record(Exports.entry("export.approved", export)
                    .with("until", until)
                    .with("signature", sidecar.signature())
                    .because(reason));
            tellStartup(export, "exports.notice.approved");
        }
    }

    /** Calls back what was approved, at once. */
    @HospitalReleaseReviewer
    public void revoke(UUID id, String reason) {
        ContentCheck.message(reason);
        Export export = mine(exports.lock(id).orElseThrow(() -> new NotFoundException("export")));
        export.revoke(reason, today().plusDays(limits.attestDays()), clock.instant());
        history.record(Exports.entry("export.revoked", export)
                .with("downloads", export.downloads())
                .because(reason));
        tellStartup(export, export.owesAttestation() ? "exports.notice.recalled" : "exports.notice.revoked");
    }

    /** Nobody of the requester's side, and nobody whom a board's rules keep out of the project. */
    private void requireImpartial(Export export) {
        UserId me = currentActor.get().user();
        Set<OrganizationId> mine = organizations.membershipsOf(me).stream()
                .map(membership -> membership.organization().id())
                .collect(Collectors.toSet());
        if (mine.contains(export.startup())) {
            throw new RuleBrokenException("exports.rule.side");
        }
        boolean out = staysOut.stream()
                .anyMatch(rule -> rule.from(List.of(export.project()), me).contains(export.project()));
        if (out) {
            throw new RuleBrokenException("sandboxes.rule.staysOut");
        }
    }

    private boolean hasSaid(UUID export, UserId person) {
        return reviews.findByExportOrderById(export).stream()
                .anyMatch(review -> review.reviewer().equals(person));
    }

    private void requireAccess(Export export) {
        SandboxView sandbox = sandboxes.show(export.sandbox());
        LocalDate last = sandbox.expiresOn();
        if (!sandbox.openNow() || (last != null && today().isAfter(last))) {
            throw new RuleBrokenException("exports.rule.closed");
        }
    }

    private long threshold(Export export) {
        return sandboxes
                .releaseForReview(export.sandbox())
                .map(ReleaseReader::threshold)
                .orElse((long) Distribution.SMALLEST_SHOWN);
    }

    private Export ofMyHospital(UUID id) {
        return mine(exports.findById(id).orElseThrow(() -> new NotFoundException("export")));
    }

    private Export mine(Export export) {
        Actor actor = currentActor.get();
        if (!actor.belongsTo(export.hospital()) || export.submittedAt() == null) {
            throw new NotFoundException("export");
        }
        return export;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(seoul));
    }

    private void tellStartup(Export export, String key) {
        ProjectView project = projects.facts(export.project());
        organizations.tell(export.startup(), Set.of(), Notice.of(key, "/exports/" + export.id(), project.number()));
    }
}
