package dari.destruction;

import dari.agents.AgentWork;
import dari.agents.SmallAnswer;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.provisioner.Refused;
import dari.provisioner.Sha256;
import dari.provisioner.agent.DestroyedJobs;
import dari.provisioner.agent.Protocol;
import dari.provisioner.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Has the pseudonym keys and working files of ended uses removed at the hospital, and keeps its agent's signed word. */
@Component
class KeyJobs implements AgentWork {

    private static final SmallAnswer ANSWER = new SmallAnswer(DestroyedJobs.KIND, DestroyedJobs.FILE, 100_000);

    /** After a refusal the agent is asked again so late. */
    private static final Duration AGAIN_AFTER = Duration.ofHours(1);

    private final KeyRemovalRepository removals;
    private final DestructionRepository destructions;
    private final History history;
    private final Clock clock;

    KeyJobs(KeyRemovalRepository removals, DestructionRepository destructions, History history, Clock clock) {
        this.removals = removals;
        this.destructions = destructions;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public Protocol.Task task() {
        return Protocol.Task.DESTROY;
    }

    @Override
    public List<Order> waiting(OrganizationId hospital, List<String> sources) {
        Instant before = clock.instant().minus(AGAIN_AFTER);
        return removals
                .findByHospitalAndStateInOrderById(hospital, EnumSet.of(KeyState.WAITING, KeyState.FAILED))
                .stream()
                .filter(one -> sources.contains(one.source()))
                .filter(one -> one.isDue(before))
                .map(one -> new Order(
                        one.id(),
                        one.source(),
                        one.jobs(),
                        Sha256.hex(one.jobs().getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    /** The keys are with the agent that made them: each is asked for its own. */
    @Override
    public List<UUID> leftoversOf(UUID subject) {
        return Stream.of(Json.parse(find(subject).jobs(), String[].class, "jobs"))
                .map(UUID::fromString)
                .toList();
    }

    @Override
    public void reported(UUID subject, Protocol.StateReport report) {
        switch (report.state()) {
            case WAITING_FOR_STEWARD, RUNNING, DONE -> {}
            case HELD, FAILED, REFUSED ->
                find(subject)
                        .failed(
                                Objects.requireNonNullElse(
                                        report.code(), report.state().name()),
                                clock.instant());
        }
    }

    @Override
    public boolean accepts(String path) {
        return ANSWER.accepts(path);
    }

    @Override
    public void receive(UUID subject, String path, InputStream content) throws IOException {
        find(subject).holds(ANSWER.text(content));
    }

    /** It counts when the agent signed it, for exactly the jobs that were named. */
    @Override
    public void complete(UUID subject, PublicKey hospital) {
        KeyRemoval removal = find(subject);
        String content = ANSWER.signed(removal.document(), hospital);
        DestroyedJobs removed = Json.parse(content, DestroyedJobs.class, DestroyedJobs.FILE);
        Set<String> said =
                removed.jobs().stream().map(DestroyedJobs.Destroyed::jobId).collect(Collectors.toSet());
        if (!said.equals(new HashSet<>(List.of(Json.parse(removal.jobs(), String[].class, "jobs"))))) {
            throw new Refused("the proof is about other jobs than those that were named");
        }
        removal.removed(Base64.getEncoder().encodeToString(hospital.getEncoded()), clock.instant());
        Destruction destruction =
                destructions.findById(removal.destruction()).orElseThrow(() -> new NotFoundException("destruction"));
        history.recordBySystem(
                "hospital-agent",
                HistoryEntry.of(
                                "sandbox.keyDestroyed",
                                "project",
                                destruction.project().value())
                        .with("jobs", said.size()));
    }

    private KeyRemoval find(UUID id) {
        return removals.findById(id).orElseThrow(() -> new NotFoundException("key removal"));
    }
}
