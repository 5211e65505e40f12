package dari.agents;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.HospitalSteward;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.SecretToken;
import dari.offers.DatasetSources;
import dari.provisioner.agent.Protocol;
import dari.workspace.Option;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hospital's agents: codes to enrol them, what they know, and the end of one. */
@Service
@Transactional
public class AgentDesk implements DatasetSources {

    private static final Duration CODE_LIFE = Duration.ofDays(1);

    private static final int SHOWN_JOBS = 50;

    private final AgentCodeRepository codes;
    private final AgentRepository agents;
    private final AgentJobRepository jobs;
    private final AgentRefusalRepository refusals;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    AgentDesk(
            AgentCodeRepository codes,
            AgentRepository agents,
            AgentJobRepository jobs,
            AgentRefusalRepository refusals,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.codes = codes;
        this.agents = agents;
        this.jobs = jobs;
        this.refusals = refusals;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    /** An agent as its hospital sees it. */
    public record AgentView(
            UUID id,
            List<String> sources,
            List<ListView> lists,
            Instant enrolledAt,
            @Nullable Instant lastSeen) {}

    /**
     * A source's list of patients who asked to be left out; neither who nor how many.
     *
     * @param asOf null when the agent tells of none
     * @param behind whether the agent tells of an older one now, or none: no job that reads the source is handed out
     */
    public record ListView(String source, @Nullable LocalDate asOf, boolean behind) {}

    /** A job as its hospital sees it; code and message say why it ended without a result. */
    public record JobView(
            UUID id,
            Protocol.Task task,
            String source,
            JobStatus status,
            @Nullable String code,
            @Nullable String message,
            Instant changedAt,
            Instant expiresAt) {}

    /** A document that an agent would not take for a job. */
    public record RefusalView(
            Protocol.RefusalReason reason, @Nullable UUID job, Instant at) {}

    /** A code for one agent, shown once. */
    @HospitalSteward
    public SecretToken issueCode() {
        OrganizationId hospital = currentActor.get().organization();
        history.record(HistoryEntry.of("agent.code", "organization", hospital.value()));
        return issueCode(hospital);
    }

    @BackgroundWork
    public SecretToken issueCode(OrganizationId hospital) {
        SecretToken code = SecretToken.fresh();
        codes.save(
                new AgentCode(ids.next(), hospital, code.hash(), clock.instant().plus(CODE_LIFE)));
        return code;
    }

    @HospitalMember
    @Transactional(readOnly = true)
    public List<AgentView> mine() {
        return agents
                .findByHospitalAndRevokedAtIsNullOrderById(currentActor.get().organization())
                .stream()
                .map(agent ->
                        new AgentView(agent.id(), agent.sources(), lists(agent), agent.enrolledAt(), agent.lastSeen()))
                .toList();
    }

    private static List<ListView> lists(EnrolledAgent agent) {
        ToldLists told = agent.lists();
        return agent.sources().stream()
                .map(source -> new ListView(
                        source, told.dates().get(source), told.behind().contains(source)))
                .toList();
    }

    /** The newest jobs; of the many questions to releases in place those alone that went wrong. */
    @HospitalMember
    @Transactional(readOnly = true)
    public List<JobView> jobs() {
        return jobs.findShown(currentActor.get().organization(), Protocol.Task.QUERY, Limit.of(SHOWN_JOBS)).stream()
                .map(job -> new JobView(
                        job.id(),
                        job.task(),
                        job.source(),
                        job.status(),
                        job.code(),
                        job.message(),
                        job.changedAt(),
                        job.expiresAt()))
                .toList();
    }

    /** The newest refusals. */
    @HospitalMember
    @Transactional(readOnly = true)
    public List<RefusalView> refusals() {
        return refusals.findTop20ByHospitalOrderByIdDesc(currentActor.get().organization()).stream()
                .map(refusal -> new RefusalView(refusal.reason(), refusal.job(), refusal.reportedAt()))
                .toList();
    }

    /** From now on the marketplace answers this agent nothing. */
    @HospitalSteward
    public void revoke(UUID id) {
        EnrolledAgent agent = agents.findById(id)
                .filter(found -> currentActor.get().belongsTo(found.hospital()))
                .orElseThrow(() -> new NotFoundException("agent"));
        agent.revoke(clock.instant());
        history.record(HistoryEntry.of("agent.revoked", "agent", id));
    }

    @Override
    @HospitalMember
    @Transactional(readOnly = true)
    public List<Option> ofMyHospital() {
        return mine().stream()
                .flatMap(agent -> agent.sources().stream())
                .distinct()
                .map(name -> new Option(name, name))
                .toList();
    }

    /** What was ordered for something is not wanted any more; an agent that works on it learns so with its next word. */
    @BackgroundWork
    public void withdraw(UUID subject) {
        jobs.withdraw(subject, JobStatus.WITHDRAWN, JobStatus.OPEN, clock.instant());
    }

    /** Every job that was ever given out for something, by the agents that had them, for whoever has to undo what they left. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<List<UUID>> jobsOf(UUID subject) {
        return List.copyOf(jobs.findBySubjectOrderById(subject).stream()
                .collect(Collectors.groupingBy(
                        AgentJob::agent, LinkedHashMap::new, Collectors.mapping(AgentJob::id, Collectors.toList())))
                .values());
    }

    /**
     * What lies at the hospital for something that is used in place.
     *
     * @param job by which it was made
     * @param lastSeen when the agent that made it was last heard of; null when it never was or is revoked
     */
    public record Keeper(UUID job, @Nullable Instant lastSeen) {}

    /** Who keeps the newest release that was made to stay; empty when none was. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<Keeper> keeperOf(UUID subject) {
        return jobs.findFirstBySubjectAndTaskAndStatusOrderByIdDesc(subject, Protocol.Task.KEEP, JobStatus.DONE)
                .map(job -> new Keeper(
                        job.id(),
                        agents.findById(job.agent())
                                .filter(agent -> !agent.isRevoked())
                                .map(EnrolledAgent::lastSeen)
                                .orElse(null)));
    }
}
