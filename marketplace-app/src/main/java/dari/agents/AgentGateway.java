package dari.agents;

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
import dari.provisioner.Refused;
import dari.provisioner.agent.Protocol;
import dari.provisioner.agent.RequestSignature;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The marketplace's end of the pull protocol. An agent is known by its signature; it sees signed jobs of
 * its own hospital only; the features behind {@link AgentWork} say what waits.
 */
@Service
@Transactional
@BackgroundWork
public class AgentGateway {

    private static final Duration MOST_SKEW = Duration.ofMinutes(5);

    /**
     * An agent of which nothing was heard for so long loses its job to another that has the source. Agents say that they are
     * alive twice a minute; those of earlier versions are silent while they work.
     */
    static final Duration LEASE = Duration.ofHours(6);

    private static final int MOST_MESSAGE = 1000;

    private final AgentRepository agents;
    private final AgentCodeRepository codes;
    private final AgentJobRepository jobs;
    private final AgentRefusalRepository refusals;
    private final List<AgentWork> works;
    private final LedgerImport ledgers;
    private final JobKey key;
    private final Organizations organizations;
    private final History history;
    private final JdbcClient database;
    private final Ids ids;
    private final Clock clock;

    AgentGateway(
            AgentRepository agents,
            AgentCodeRepository codes,
            AgentJobRepository jobs,
            AgentRefusalRepository refusals,
            List<AgentWork> works,
            LedgerImport ledgers,
            JobKey key,
            Organizations organizations,
            History history,
            JdbcClient database,
            Ids ids,
            Clock clock) {
        this.agents = agents;
        this.codes = codes;
        this.jobs = jobs;
        this.refusals = refusals;
        this.works = works;
        this.ledgers = ledgers;
        this.key = key;
        this.organizations = organizations;
        this.history = history;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** A signed request as it arrived. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record SignedRequest(
            String method,
            String path,
            String agent,
            String time,
            String nonce,
            String signature,
            byte[] body,
            List<String> headers) {}

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
                    return new Protocol.Enrolled(id.toString(), key.publicKey());
                });
    }

    /** The agent that signed a request; empty when nobody did, too long ago, or it was seen before. */
    Optional<UUID> authenticate(SignedRequest request) {
        try {
            Instant at = Instant.parse(request.time());
            if (Duration.between(at, clock.instant()).abs().compareTo(MOST_SKEW) > 0) {
                return Optional.empty();
            }
            UUID.fromString(request.nonce());
            return enrolled(request.agent())
                    .filter(agent -> RequestSignature.isValid(
                            RequestSignature.publicKey(agent.publicKey()),
                            request.method(),
                            request.path(),
                            request.time(),
                            request.nonce(),
                            request.body(),
                            request.headers(),
                            request.signature()))
                    .filter(agent -> isFirst(agent, request.nonce()))
                    .map(EnrolledAgent::id);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether there is such an agent, which may be somebody else's word: only a signature proves it. */
    boolean knows(String agent) {
        try {
            return enrolled(agent).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<EnrolledAgent> enrolled(String agent) {
        return agents.findById(UUID.fromString(agent)).filter(found -> !found.isRevoked());
    }

    /** @param lists by source, the day of the list of patients who asked to be left out; null from earlier versions */
    void heartbeat(UUID agent, List<String> sources, @Nullable Map<String, LocalDate> lists) {
        find(agent)
                .seen(
                        sources.stream()
                                .filter(name -> name.matches("[a-z0-9-]{1,60}"))
                                .toList(),
                        lists,
                        clock.instant());
    }

    /** The signed job that this agent is to look at now; the same one until it ends, others while it waits for a person. */
    Optional<AgentJob> next(UUID agentId) {
        EnrolledAgent agent = find(agentId);
        Instant now = clock.instant();
        List<AgentJob> open = new ArrayList<>();
        for (AgentWork work : works) {
            for (AgentWork.Order order : work.waiting(agent.hospital(), sourcesFor(work, agent))) {
                if (!canDo(agent, work.leftoversOf(order.subject()))) {
                    continue;
                }
                Optional<AgentJob> job = jobs.findFirstBySubjectAndStatusIn(order.subject(), JobStatus.OPEN);
                Optional<AgentJob> over = job.filter(found -> isOver(found, work, order, agentId, now));
                over.ifPresent(found -> found.become(JobStatus.EXPIRED, null, null, now));
                if (job.isEmpty() || over.isPresent()) {
                    open.add(issue(work, order, agent, now));
                } else if (job.get().agent().equals(agentId)) {
                    open.add(job.get());
                }
            }
        }
        Optional<AgentJob> next =
                open.stream().min(Comparator.comparing(AgentJob::waits).thenComparing(AgentJob::handedAt));
        next.ifPresent(job -> job.handed(now));
        return next;
    }

    /** Its time is over, it orders something else by now, or it lies with an agent that is gone. */
    private boolean isOver(AgentJob job, AgentWork work, AgentWork.Order order, UUID asking, Instant now) {
        return job.isOver(now)
                || job.task() != work.taskFor(order.subject())
                || !job.orders(order.recipeHash())
                || (!job.agent().equals(asking) && isGone(job, now));
    }

    /** Revoked, or without a word for so long; whoever carries files is not expected to be heard of. */
    private boolean isGone(AgentJob job, Instant now) {
        EnrolledAgent holder = find(job.agent());
        return holder.isRevoked() || (!job.isCarried() && !holder.wasSeenSince(now.minus(LEASE)));
    }

    /** What reads a source waits while its exclusion list is behind. */
    private static List<String> sourcesFor(AgentWork work, EnrolledAgent agent) {
        return work.task().readsSource() ? agent.usableSources() : agent.sources();
    }

    /**
     * What an agent's jobs left is with that agent. One that was revoked may have been enrolled anew over the same state, so then
     * any may look.
     */
    private boolean canDo(EnrolledAgent agent, List<UUID> leftovers) {
        return leftovers.stream()
                .flatMap(job -> jobs.findById(job).stream())
                .map(AgentJob::agent)
                .filter(keeper -> agents.findById(keeper)
                        .filter(found -> !found.isRevoked())
                        .isPresent())
                .reduce((first, last) -> last)
                .map(agent.id()::equals)
                .orElse(true);
    }

    private AgentJob issue(AgentWork work, AgentWork.Order order, EnrolledAgent agent, Instant now) {
        Instant whole = now.truncatedTo(ChronoUnit.SECONDS);
        Map<String, String> files = order.files().get();
        Protocol.Task task = work.taskFor(order.subject());
        Protocol.Job job = new Protocol.Job(
                ids.next().toString(),
                agent.id().toString(),
                task,
                order.source(),
                order.recipe(),
                order.recipeHash(),
                files.isEmpty() ? null : files,
                task.makesRelease() ? ledgers.head(agent.hospital()).orElse(null) : null,
                whole,
                whole.plus(work.life()));
        work.issued(order.subject(), agent.id());
        return jobs.save(new AgentJob(job, agent.hospital(), order.subject(), key.sign(job)));
    }

    void report(UUID agent, UUID id, Protocol.StateReport report) {
        AgentJob job = open(agent, id);
        job.become(JobStatus.of(report.state()), report.code(), line(report.message()), clock.instant());
        workOf(job).reported(job.subject(), report);
    }

    /** @throws NotFoundException when the job is not this agent's or its result has no such file */
    void receive(UUID agent, UUID id, String path, InputStream content) throws IOException {
        AgentJob job = open(agent, id);
        accepting(job, path).receive(job.subject(), path, content);
    }

    /**
     * Who takes a file of a job's result.
     *
     * @throws NotFoundException when its result has no such file
     * @throws Refused when the file stays at the hospital
     */
    AgentWork accepting(AgentJob job, String path) {
        AgentWork work = workOf(job);
        if (!work.accepts(path)) {
            throw new NotFoundException("file of a result");
        }
        if (!work.comesHere(job.subject(), path)) {
            throw new Refused(
                    path + " stays at the hospital: the release is used in place, send what tells about it only");
        }
        return work;
    }

    /** Every byte fits the hospital's signature: the result is there. */
    void complete(UUID agent, UUID id) {
        AgentJob job = open(agent, id);
        workOf(job)
                .complete(job.subject(), RequestSignature.publicKey(find(agent).publicKey()));
        job.become(JobStatus.DONE, null, null, clock.instant());
    }

    /** An agent would not look at a document: the hospital's steward learns it, once, and an open job of that id ends. */
    void refused(UUID agentId, Protocol.Refusal refusal) {
        EnrolledAgent agent = find(agentId);
        if (!refusal.document().matches("[0-9a-f]{64}")
                || refusals.existsByAgentAndDocument(agentId, refusal.document())) {
            return;
        }
        UUID named = id(refusal.jobId());
        Instant now = clock.instant();
        refusals.save(new AgentRefusal(ids.next(), agent, refusal.reason(), named, refusal.document(), now));
        history.recordBySystem(
                "hospital-agent",
                HistoryEntry.of(
                                "agent.refused",
                                "organization",
                                agent.hospital().value())
                        .with("agent", agentId)
                        .with("reason", refusal.reason())
                        .with("document", refusal.document()));
        organizations.tell(
                agent.hospital(),
                Set.of(Role.HOSPITAL_STEWARD, Role.HOSPITAL_PRIVACY),
                Notice.of("agents.notice.refused", "/hospital/agents"));
        if (named != null) {
            jobs.findById(named)
                    .filter(job -> job.agent().equals(agentId) && job.status().isOpen())
                    .ifPresent(job -> {
                        String code = "job." + refusal.reason().name().toLowerCase(Locale.ROOT);
                        job.become(JobStatus.REFUSED, code, null, now);
                        workOf(job)
                                .reported(job.subject(), new Protocol.StateReport(Protocol.State.REFUSED, code, null));
                    });
        }
    }

    /** @throws NotFoundException when the job is not this agent's or is over */
    AgentJob open(UUID agent, UUID id) {
        return jobs.findById(id)
                .filter(job -> agent.equals(job.agent()) && job.status().isOpen())
                .orElseThrow(() -> new NotFoundException("job"));
    }

    AgentWork workOf(AgentJob job) {
        return works.stream()
                .filter(work -> work.does(job.task()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody knows jobs of " + job.task()));
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What the column holds, in one line. */
    private static @Nullable String line(@Nullable String message) {
        if (message == null) {
            return null;
        }
        String line = message.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), MOST_MESSAGE));
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
}
