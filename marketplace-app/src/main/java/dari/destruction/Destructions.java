package dari.destruction;

import dari.agents.AgentDesk;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Anyone;
import dari.kernel.BackgroundWork;
import dari.kernel.Face;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SignedIn;
import dari.kernel.SigningKey;
import dari.notifications.Notice;
import dari.offers.Delivery;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.provisioner.Sha256;
import dari.provisioner.agent.Signed;
import dari.sandboxes.SandboxEnded;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Limit;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes what was prepared for a use that is over, and keeps the proof. */
@Service
public class Destructions {

    /** After a failed try so long. */
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);

    /** Records of the processing are kept so long after the destruction (PIPA 28-4, decree 29-5). */
    private static final int YEARS_KEPT = 3;

    private static final String DONE = "";

    private final DestructionRepository destructions;
    private final KeyRemovalRepository removals;
    private final Sandboxes sandboxes;
    private final AgentDesk agents;
    private final Projects projects;
    private final Organizations organizations;
    private final History history;
    private final TransactionTemplate transaction;
    private final SigningKey key;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;
    private final String base;

    Destructions(
            DestructionRepository destructions,
            KeyRemovalRepository removals,
            Sandboxes sandboxes,
            AgentDesk agents,
            Projects projects,
            Organizations organizations,
            History history,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock,
            ZoneId seoul,
            @Value("${dari.home}") Path home,
            @Value("${dari.destruction.key}") String privateKey,
            @Value("${dari.destruction.public-key}") String publicKey,
            @Value("${dari.base-url}") String base) {
        this.destructions = destructions;
        this.removals = removals;
        this.sandboxes = sandboxes;
        this.agents = agents;
        this.projects = projects;
        this.organizations = organizations;
        this.history = history;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
        this.base = base;
        this.key = SigningKey.of(
                home,
                "keys/destruction.key",
                privateKey,
                publicKey,
                "DARI_DESTRUCTION_KEY and DARI_DESTRUCTION_PUBLIC_KEY");
    }

    /** What there is is written down first: a crash between the removal and its proof loses no hash. */
    @ApplicationModuleListener
    void on(SandboxEnded event) {
        agents.withdraw(event.sandbox().value());
        if (destructions.existsBySandbox(event.sandbox())) {
            return;
        }
        List<RemovedFile> files = sandboxes.files(event.sandbox()).stream()
                .map(file -> new RemovedFile(file.path(), file.bytes(), file.sha256()))
                .toList();
        SandboxView sandbox = sandboxes.of(event.project()).orElseThrow(() -> new NotFoundException("sandbox"));
        UUID id = ids.next();
        destructions.save(new Destruction(
                id,
                sandbox,
                files,
                sandboxes.certificate(event.sandbox()).orElse(null),
                sandboxes.manifest(event.sandbox()).orElse(null),
                clock.instant()));
        agents.jobsOf(event.sandbox().value())
                .forEach(jobs -> removals.save(new KeyRemoval(ids.next(), id, sandbox, jobs)));
    }

    /** Removes what waits for it; each in its own transaction, so that one that fails holds up no other. */
    @BackgroundWork
    public void work() {
        destructions.findToTry(clock.instant().minus(AGAIN_AFTER)).forEach(this::attempt);
    }

    private void attempt(UUID id) {
        // outside of any transaction: removing takes its time, and what failed is written down in one of its own
        String problem = destructions
                .findById(id)
                .map(Destruction::sandbox)
                .map(this::remove)
                .orElse(DONE);
        transaction.executeWithoutResult(now -> {
            Destruction destruction = destructions.findById(id).orElseThrow(() -> new NotFoundException("destruction"));
            ProjectView project = projects.facts(destruction.project());
            if (problem.isEmpty()) {
                destruction.done(proof(destruction, project), clock.instant());
                history.recordBySystem(
                        "destruction",
                        HistoryEntry.of(
                                        "sandbox.destroyed",
                                        "project",
                                        project.id().value())
                                .with("files", view(destruction).files().size()));
                return;
            }
            boolean first = destruction.state() == DestructionState.PENDING;
            destruction.failed(problem, clock.instant());
            if (first) {
                history.recordBySystem(
                        "destruction",
                        HistoryEntry.of(
                                        "sandbox.destructionFailed",
                                        "project",
                                        project.id().value())
                                .with("problem", problem));
                Notice notice = Notice.of("destruction.notice.failed", page(project.id()), project.number());
                organizations.tell(Face.PROGRAM, Role.PROGRAM_ADMINISTRATOR, notice);
                organizations.tell(project.hospital().id(), Set.of(Role.HOSPITAL_PRIVACY), notice);
            }
        });
    }

    /** @return the code of what went wrong; {@link #DONE} when nothing is left */
    private String remove(SandboxId sandbox) {
        try {
            sandboxes.removeFiles(sandbox);
        } catch (UncheckedIOException e) {
            return "storage";
        } catch (RuleBrokenException e) {
            return "open";
        }
        return sandboxes.files(sandbox).isEmpty() ? DONE : "left";
    }

    private Signed proof(Destruction destruction, ProjectView project) {
        DestructionView view = view(destruction);
        Instant now = clock.instant();
        return Signed.by(
                key.privateKey(),
                DestructionProof.KIND,
                new DestructionProof(
                        project.number(),
                        base + "/register/" + project.id().value(),
                        destruction.sandbox().value().toString(),
                        sandboxes.of(project.id()).map(SandboxView::recipeHash).orElse(null),
                        view.manifest() == null
                                ? null
                                : Sha256.hex(view.manifest().canonicalBytes()),
                        view.files(),
                        view.askedAt(),
                        now,
                        "marketplace storage",
                        List.of(
                                "certificate and manifest of the release, without data (PIPA 28-4, decree 29-5)",
                                "purpose, items, use, recipient and period of the processing (PIPA 28-4, decree 29-5)",
                                "approvals, agreement, invoices and the history of the project"),
                        now.atZone(seoul).toLocalDate().plusYears(YEARS_KEPT),
                        notCovered(project)));
    }

    private static List<String> notCovered(ProjectView project) {
        List<String> elsewhere = new ArrayList<>();
        elsewhere.add("the hospital's own source, which never was here");
        if (project.terms().delivery() == Delivery.IN_PLACE) {
            elsewhere.add(
                    "the tables of the release, which stayed at the hospital (in place): its agent removes them and"
                            + " counts them in a proof of its own");
        }
        elsewhere.add("the pseudonym key at the hospital's agent, of which the agent gives a proof of its own");
        elsewhere.add("copies that left by download, answer or export; see the recall and the agreement");
        return elsewhere;
    }

    /** The removal for a project of the reader's, or any for those who run the program. */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<DestructionView> of(ProjectId id) {
        projects.show(id);
        return destructions.findByProject(id).map(this::view);
    }

    /** The same for a project that the register shows: only when it is done. */
    @Anyone
    @Transactional(readOnly = true)
    public Optional<DestructionView> published(ProjectId id) {
        return destructions
                .findByProject(id)
                .filter(found -> found.state() == DestructionState.DONE)
                .map(this::view);
    }

    /** Those that did not work yet. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<DestructionView> failed(int most) {
        return destructions.findByStateOrderById(DestructionState.FAILED, Limit.of(most)).stream()
                .map(this::view)
                .toList();
    }

    private DestructionView view(Destruction destruction) {
        return destruction.view(removals.findByDestructionOrderById(destruction.id()).stream()
                .map(KeyRemoval::view)
                .toList());
    }

    /** X.509, Base64: whoever checks a proof needs it. */
    @Anyone
    public String publicKey() {
        return key.publicKey();
    }

    static String page(ProjectId project) {
        return "/projects/" + project.value() + "/destruction";
    }
}
