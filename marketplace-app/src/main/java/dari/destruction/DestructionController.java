package dari.destruction;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.projects.ProjectId;
import dari.projects.ProjectSection;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.provisioner.agent.Signed;
import dari.register.PublicRegister;
import dari.register.RegisterSection;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The removal of a project's files: its state, what went, and the proof to take along. */
@Controller
class DestructionController implements ProjectSection, RegisterSection, WaitingSource {

    private final Destructions destructions;
    private final Projects projects;
    private final PublicRegister register;
    private final Clock clock;
    private final ZoneId seoul;

    DestructionController(
            Destructions destructions, Projects projects, PublicRegister register, Clock clock, ZoneId seoul) {
        this.destructions = destructions;
        this.projects = projects;
        this.register = register;
        this.clock = clock;
        this.seoul = seoul;
    }

    /**
     * The proofs with the keys that check them.
     *
     * @param publicKey X.509, Base64
     * @param agentProofs of the hospital's agents that answered
     */
    record Proof(Signed proof, String publicKey, List<AgentProof> agentProofs) {}

    /** @param publicKey the agent's, X.509, Base64 */
    record AgentProof(Signed proof, String publicKey) {

        static Stream<AgentProof> of(DestructionView.Key key) {
            return key.proof() == null || key.signer() == null
                    ? Stream.empty()
                    : Stream.of(new AgentProof(key.proof(), key.signer()));
        }
    }

    @GetMapping("/projects/{project}/destruction")
    String show(@PathVariable UUID project, Model model) {
        ProjectId id = new ProjectId(project);
        model.addAttribute("project", projects.show(id));
        model.addAttribute("destruction", destructions.of(id).orElseThrow(() -> new NotFoundException("destruction")));
        return "destruction/destruction";
    }

    @GetMapping("/projects/{project}/destruction/proof.json")
    ResponseEntity<Proof> proof(@PathVariable UUID project) {
        return proof(destructions.of(new ProjectId(project)));
    }

    @GetMapping("/register/{entry}/destruction.json")
    ResponseEntity<Proof> published(@PathVariable UUID entry) {
        register.entry(entry);
        return proof(destructions.published(new ProjectId(entry)));
    }

    private ResponseEntity<Proof> proof(Optional<DestructionView> found) {
        DestructionView view = found.orElseThrow(() -> new NotFoundException("destruction"));
        Signed proof = view.proof();
        if (proof == null) {
            throw new NotFoundException("proof");
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("destruction-proof.json")
                                .build()
                                .toString())
                .body(new Proof(
                        proof,
                        destructions.publicKey(),
                        view.keys().stream().flatMap(AgentProof::of).toList()));
    }

    @Override
    public Map<String, Object> of(ProjectId project) {
        return destructions
                .of(project)
                .<Map<String, Object>>map(found -> Map.of("destruction", found))
                .orElse(Map.of());
    }

    @Override
    public Map<String, Object> of(ProjectView project) {
        return destructions
                .published(project.id())
                .<Map<String, Object>>map(found -> Map.of("destruction", found))
                .orElse(Map.of());
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        if (actor.face() != Face.PROGRAM || !actor.is(Role.PROGRAM_ADMINISTRATOR)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        Locale locale = LocaleContextHolder.getLocale();
        return destructions.failed(MOST).stream()
                .map(failed -> {
                    ProjectView project = projects.facts(failed.project());
                    LocalDate since = LocalDate.ofInstant(failed.askedAt(), seoul);
                    return new WaitingItem(
                            "box",
                            "destruction.waiting.failed",
                            List.of(project.number(), project.title(locale)),
                            "projects.waiting.text",
                            new WaitClock(project.hospital().name(locale), since, since.plusDays(1), today, true),
                            Destructions.page(project.id()),
                            "projects.waiting.open");
                })
                .toList();
    }
}
