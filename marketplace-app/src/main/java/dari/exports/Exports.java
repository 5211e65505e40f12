package dari.exports;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.audit.HistoryLine;
import dari.documents.ContentCheck;
import dari.exports.scan.Finding;
import dari.exports.scan.ReleaseFacts;
import dari.exports.scan.WeightTerms;
import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.StartupMember;
import dari.kernel.StartupScientist;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectEnded;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.provisioner.release.Release;
import dari.sandboxes.SandboxAccess;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** The startup's side of the desk: asks for files, submits, fetches what was approved. Access is asked at every step. */
@Service
@Transactional
public class Exports {

    private final ExportRepository exports;
    private final ExportFileRepository files;
    private final ExportFiles contents;
    private final ExportStorage storage;
    private final ExportViews views;
    private final Beside beside;
    private final Sandboxes sandboxes;
    private final SandboxAccess access;
    private final Projects projects;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final ExportProperties limits;
    private final Ids ids;
    private final Clock clock;

    Exports(
            ExportRepository exports,
            ExportFileRepository files,
            ExportFiles contents,
            ExportStorage storage,
            ExportViews views,
            Beside beside,
            Sandboxes sandboxes,
            SandboxAccess access,
            Projects projects,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            ExportProperties limits,
            Ids ids,
            Clock clock) {
        this.exports = exports;
        this.files = files;
        this.contents = contents;
        this.storage = storage;
        this.views = views;
        this.beside = beside;
        this.sandboxes = sandboxes;
        this.access = access;
        this.projects = projects;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins a request; its files are looked at right away.
     *
     * @throws RuleBrokenException when access is closed, or a file is too large or cannot be looked at
     */
    @StartupScientist
    public UUID draft(SandboxId sandbox, NewExport asked, List<MultipartFile> sent) {
        Release release = access.open(sandbox);
        Export export = begin(sandbox, asked);
        add(export, release, sent);
        return export.id();
    }

    /**
     * Begins a request for an answer of the SQL page, as CSV.
     *
     * @throws RuleBrokenException when access is closed
     */
    @StartupScientist
    public UUID draftAnswer(SandboxId sandbox, String title, byte[] csv) {
        Release release = access.open(sandbox);
        Export export = begin(sandbox, new NewExport(ExportKind.RESULTS, title, ""));
        record(
                "export.file",
                export,
                contents.takeResults(export.id(), "answer.csv", csv, ReleaseReader.facts(release)));
        return export.id();
    }

    private Export begin(SandboxId sandbox, NewExport asked) {
        ContentCheck.message(asked.title());
        ContentCheck.message(asked.purpose());
        SandboxView view = sandboxes.show(sandbox);
        Export export =
                exports.save(new Export(ids.next(), view, currentActor.get().user(), asked, clock.instant()));
        record("export.drafted", export, null);
        return export;
    }

    /** More files for a draft; nobody submits it meanwhile, so that none joins those that people already look at. */
    @StartupScientist
    public void add(UUID id, List<MultipartFile> sent) {
        Export export = mine(exports.lock(id).orElse(null));
        export.requireDraft();
        add(export, access.open(export.sandbox()), sent);
    }

    private void add(Export export, Release release, List<MultipartFile> sent) {
        if (files.findByExportOrderById(export.id()).size() + sent.size() > limits.files()) {
            throw new RuleBrokenException("exports.rule.files", limits.files());
        }
        ReleaseFacts facts = ReleaseReader.facts(release);
        UseTerms terms = projects.facts(export.project()).terms().terms();
        WeightTerms weights =
                new WeightTerms(terms.isTrue(Term.AI_WEIGHTS_LEAVE), terms.isTrue(Term.AI_MODEL_RETURNED));
        for (MultipartFile file : sent) {
            record("export.file", export, contents.take(export.id(), export.kind(), file, facts, weights));
        }
    }

    /** Takes a file out of a draft again; that it was there stays in the history. */
    @StartupScientist
    public void remove(UUID id, UUID file) {
        Export export = mine(exports.lock(id).orElse(null));
        export.requireDraft();
        ExportFile found = files.findByIdAndExport(file, id).orElseThrow(() -> new NotFoundException("export file"));
        files.delete(found);
        storage.deleteLater(found.id());
        record("export.fileRemoved", export, found);
    }

    /**
     * Puts the request before the hospital.
     *
     * @param purpose what it is and what it is for
     * @throws RuleBrokenException when access is closed, a file is blocked or there is none
     */
    @StartupScientist
    public void submit(UUID id, String purpose) {
        ContentCheck.message(purpose);
        Export export = mine(exports.lock(id).orElse(null));
        Release release = access.open(export.sandbox());
        List<ExportFile> kept = files.findByExportOrderById(id);
        if (kept.isEmpty() || purpose.isBlank()) {
            throw new RuleBrokenException(kept.isEmpty() ? "exports.rule.empty" : "exports.purpose.missing");
        }
        if (kept.stream().anyMatch(ExportFile::blocked)) {
            throw new RuleBrokenException("exports.rule.blocked");
        }
        export.submit(purpose, clock.instant());
        compare(export, kept, ReleaseReader.threshold(release));
        record("export.submitted", export, null);
        tellHospital(export, "exports.notice.submitted");
    }

    /** Notes on each file in how many cells it differs by a few from what the project took out before. */
    private void compare(Export export, List<ExportFile> kept, long threshold) {
        Map<UUID, Long> small = beside.of(export, threshold).stream()
                .collect(Collectors.groupingBy(
                        Beside.Comparison::file,
                        Collectors.summingLong(one -> one.difference().small())));
        kept.stream()
                .filter(file -> small.getOrDefault(file.id(), 0L) > 0)
                .forEach(file -> file.found(Finding.look(
                        "differencing", Objects.requireNonNull(small.get(file.id())), threshold, List.of())));
    }

    /** Takes a request back before it is decided. */
    @StartupScientist
    public void cancel(UUID id) {
        Export export = mine(exports.lock(id).orElse(null));
        export.cancel(clock.instant());
        record("export.cancelled", export, null);
    }

    /**
     * A file leaves with a member of the startup.
     *
     * @throws NotFoundException when the export was revoked, is over or was never approved
     * @throws RuleBrokenException when access is closed
     */
    @StartupMember
    @SecondStep
    public Leaving fetch(UUID id, UUID file) {
        Export export = fetchable(id);
        ExportFile found = files.findByIdAndExport(file, id).orElseThrow(() -> new NotFoundException("export file"));
        export.fetched();
        record("export.fetched", export, found);
        return new Leaving(
                found.name(),
                found.known(),
                storage.checked(found.leaving(), Objects.requireNonNull(found.releasedSha256())));
    }

    /** Who got what, signed: goes along with the files. */
    @StartupMember
    @SecondStep
    public Sidecar sidecar(UUID id) {
        return Objects.requireNonNull(fetchable(id).sidecar());
    }

    private Export fetchable(UUID id) {
        Export export = mine(exports.lock(id).orElse(null));
        if (!views.view(export).fetchable()) {
            throw new NotFoundException("export");
        }
        access.open(export.sandbox());
        return export;
    }

    /** The startup says how the copies of a revoked export were deleted. */
    @StartupMember
    @SecondStep
    public void attest(UUID id, String words) {
        ContentCheck.message(words);
        Export export = mine(exports.lock(id).orElse(null));
        export.attest(words, clock.instant());
        history.record(entry("export.attested", export).because(words));
        tellHospital(export, "exports.notice.attested");
    }

    @StartupMember
    @Transactional(readOnly = true)
    public ExportView show(UUID id) {
        return views.view(mine(id));
    }

    /** What happened to one export. */
    @StartupMember
    @Transactional(readOnly = true)
    public List<HistoryLine> history(UUID id) {
        return lines(mine(id));
    }

    List<HistoryLine> lines(Export export) {
        String id = export.id().toString();
        return history.of(List.of(export.project().value())).stream()
                .filter(line -> id.equals(line.facts().get("export")))
                .toList();
    }

    /** Those of a sandbox, the newest first, a page at a time. */
    @StartupMember
    @Transactional(readOnly = true)
    public Page<ExportView> of(SandboxId sandbox, int page, int size) {
        sandboxes.show(sandbox);
        Page<Export> found = exports.findBySandboxOrderByIdDesc(sandbox, PageRequest.of(page, size));
        return new PageImpl<>(views.views(found.getContent()), found.getPageable(), found.getTotalElements());
    }

    /** Whether the actor may ask for exports. */
    static boolean asks(Actor actor) {
        return actor.is(Role.STARTUP_DATA_SCIENTIST);
    }

    /** With the project ends every request, and the bytes go; what was looked at and decided stays. */
    @ApplicationModuleListener
    void on(ProjectEnded event) {
        for (Export export : exports.findByProjectOrderByIdDesc(event.project())) {
            if (export.filesGone()) {
                continue;
            }
            files.findByExportOrderById(export.id()).forEach(file -> {
                storage.deleteLater(file.id());
                storage.deleteLater(file.leaving());
            });
            export.close(clock.instant());
            history.recordBySystem("closeout", entry("export.closed", export));
        }
    }

    private Export mine(UUID id) {
        return mine(exports.findById(id).orElse(null));
    }

    private Export mine(@Nullable Export found) {
        if (found == null || !currentActor.get().belongsTo(found.startup())) {
            throw new NotFoundException("export");
        }
        return found;
    }

    private void record(String action, Export export, @Nullable ExportFile file) {
        HistoryEntry entry = entry(action, export);
        history.record(
                file == null
                        ? entry
                        : entry.with("file", file.id())
                                .with("form", String.valueOf(file.form()))
                                .with("bytes", file.bytes())
                                .with("blocked", file.blocked())
                                .with("sha256", ExportSeal.hex(file.sha256())));
    }

    static HistoryEntry entry(String action, Export export) {
        return HistoryEntry.of(action, "project", export.project().value()).with("export", export.id());
    }

    private void tellHospital(Export export, String key) {
        ProjectView project = projects.facts(export.project());
        organizations.tell(
                export.hospital(),
                Set.of(Role.HOSPITAL_STEWARD, Role.HOSPITAL_PRIVACY, Role.HOSPITAL_BOARD),
                Notice.of(key, "/hospital/exports/" + export.id(), project.number()));
    }
}
