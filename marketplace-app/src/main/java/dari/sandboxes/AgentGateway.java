package dari.sandboxes;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.IdBytes;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.SecretToken;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.AccessGate;
import dari.projects.Projects;
import dari.provisioner.agent.Protocol;
import dari.provisioner.agent.RequestSignature;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The marketplace's end of the pull protocol. An agent is known by its signature; it sees jobs of its own hospital only,
 * and only while everything that access needs holds.
 */
@Service
@Transactional
@BackgroundWork
public class AgentGateway {

    private static final Duration MOST_SKEW = Duration.ofMinutes(5);

    private final AgentRepository agents;
    private final AgentCodeRepository codes;
    private final SandboxRepository sandboxes;
    private final ReleaseStorage storage;
    private final AccessGate gate;
    private final Projects projects;
    private final Organizations organizations;
    private final History history;
    private final JdbcClient database;
    private final Ids ids;
    private final Clock clock;

    AgentGateway(
            AgentRepository agents,
            AgentCodeRepository codes,
            SandboxRepository sandboxes,
            ReleaseStorage storage,
            AccessGate gate,
            Projects projects,
            Organizations organizations,
            History history,
            JdbcClient database,
            Ids ids,
            Clock clock) {
        this.agents = agents;
        this.codes = codes;
        this.sandboxes = sandboxes;
        this.storage = storage;
        this.gate = gate;
        this.projects = projects;
        this.organizations = organizations;
        this.history = history;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** A signed request as it arrived. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record SignedRequest(
            String method, String path, String agent, String time, String nonce, String signature, byte[] body) {}

    /** Takes a code once and makes its hospital's agent of whoever holds the key. */
    Optional<Protocol.Enrolled> enrol(Protocol.Enrolment enrolment) {
        Instant now = clock.instant();
        RequestSignature.publicKey(enrolment.publicKey());
        return codes.findByCodeHash(new SecretToken(enrolment.code()).hash())
                .filter(code -> code.isUsable(now))
                .map(code -> {
                    code.use(now);
                    UUID id = ids.next();
                    agents.save(new EnrolledAgent(id, code.hospital(), enrolment.publicKey(), now));
                    history.recordBySystem(
                            "hospital-agent",
                            HistoryEntry.of(
                                            "agent.enrolled",
                                            "organization",
                                            code.hospital().value())
                                    .with("agent", id));
                    return new Protocol.Enrolled(id.toString());
                });
    }

    /** The agent that signed a request; empty when nobody did, too long ago, or it was seen before. */
    Optional<UUID> authenticate(SignedRequest request) {
        try {
            Instant at = Instant.parse(request.time());
            if (Duration.between(at, clock.instant()).abs().compareTo(MOST_SKEW) > 0) {
                return Optional.empty();
            }
            UUID id = UUID.fromString(request.agent());
            UUID.fromString(request.nonce());
            return agents.findById(id)
                    .filter(agent -> !agent.isRevoked())
                    .filter(agent -> RequestSignature.isValid(
                            RequestSignature.publicKey(agent.publicKey()),
                            request.method(),
                            request.path(),
                            request.time(),
                            request.nonce(),
                            request.body(),
                            request.signature()))
                    .filter(agent -> isFirst(agent, request.nonce()))
                    .map(EnrolledAgent::id);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void heartbeat(UUID agent, List<String> sources) {
        find(agent)
                .seen(
                        sources.stream()
                                .filter(name -> name.matches("[a-z0-9-]{1,60}"))
                                .toList(),
                        clock.instant());
    }

    /** The oldest job of the agent's hospital whose project is clear at this moment; the same one until it ends. */
    Optional<Protocol.Job> next(UUID agentId) {
        EnrolledAgent agent = find(agentId);
        return sandboxes
                .findByHospitalAndStatusInOrderById(
                        agent.hospital(), EnumSet.of(SandboxStatus.RECIPE_SET, SandboxStatus.GENERATING))
                .stream()
                .filter(sandbox -> agent.sources().contains(sandbox.source()))
                .filter(sandbox -> gate.isOpen(projects.facts(sandbox.project())))
                .findFirst()
                .map(sandbox -> {
                    if (sandbox.status() == SandboxStatus.RECIPE_SET) {
                        sandbox.generate(agentId, clock.instant());
                        record("sandbox.generating", sandbox);
                    }
                    String recipe = sandbox.recipe();
                    String hash = sandbox.recipeHash();
                    if (recipe == null || hash == null) {
                        throw new IllegalStateException("a sandbox generates without a recipe");
                    }
                    return new Protocol.Job(sandbox.id().value().toString(), sandbox.source(), recipe, hash);
                });
    }

    void report(UUID agent, SandboxId id, Protocol.StateReport report) {
        Sandbox sandbox = job(agent, id);
        switch (report.state()) {
            case WAITING_FOR_STEWARD -> sandbox.waitsFor("steward");
            case RUNNING -> sandbox.waitsFor("agent");
            case HELD, FAILED, REFUSED -> {
                sandbox.hold(report.message(), clock.instant());
                history.recordBySystem(
                        "hospital-agent",
                        HistoryEntry.of(
                                        "sandbox.held",
                                        "project",
                                        sandbox.project().value())
                                .with("state", report.state())
                                .because(report.message()));
                tellSteward(sandbox, "sandboxes.notice.held");
            }
        }
    }

    void receive(UUID agent, SandboxId id, String path, byte[] content) {
        job(agent, id);
        storage.receive(id, path, content);
    }

    /** Every byte fits the hospital's signature: the release is there, and people look at it. */
    void complete(UUID agent, SandboxId id) {
        Sandbox sandbox = job(agent, id);
        storage.complete(id, RequestSignature.publicKey(find(agent).publicKey()));
        sandbox.released(clock.instant());
        record("sandbox.released", sandbox);
        tellSteward(sandbox, "sandboxes.notice.review");
    }

    private Sandbox job(UUID agent, SandboxId id) {
        return sandboxes
                .findById(id)
                .filter(sandbox -> agent.equals(sandbox.agent()) && sandbox.status() == SandboxStatus.GENERATING)
                .orElseThrow(() -> new NotFoundException("job"));
    }

    private EnrolledAgent find(UUID agent) {
        return agents.findById(agent).orElseThrow(() -> new NotFoundException("agent"));
    }

    private boolean isFirst(EnrolledAgent agent, String nonce) {
        try {
            database.sql("INSERT INTO agent_nonce (agent, nonce, seen_at) VALUES (:agent, :nonce, :at)")
                    .param("agent", IdBytes.of(agent.id()))
                    .param("nonce", nonce)
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException replay) {
            return false;
        }
    }

    /** Nonces older than any request that would still be accepted. */
    void forgetOldNonces() {
        database.sql("DELETE FROM agent_nonce WHERE seen_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(MOST_SKEW.multipliedBy(3))))
                .update();
    }

    private void record(String action, Sandbox sandbox) {
        history.recordBySystem(
                "hospital-agent",
                HistoryEntry.of(action, "project", sandbox.project().value())
                        .with("recipe", String.valueOf(sandbox.recipeHash())));
    }

    private void tellSteward(Sandbox sandbox, String key) {
        organizations.tell(
                sandbox.hospital(),
                Set.of(Role.HOSPITAL_STEWARD, Role.HOSPITAL_BOARD),
                Notice.of(
                        key,
                        "/hospital/sandboxes/" + sandbox.id().value(),
                        projects.facts(sandbox.project()).number()));
    }
}
