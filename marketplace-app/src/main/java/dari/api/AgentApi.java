package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.agents.AgentDesk;
import dari.agents.AgentDesk.AgentView;
import dari.agents.AgentDesk.JobView;
import dari.api.door.Scoped;
import dari.tokens.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The hospital's agents and what they work on. */
@RestController
@RequestMapping("/api/v1/hospital/agents")
class AgentApi {

    private final AgentDesk agents;

    AgentApi(AgentDesk agents) {
        this.agents = agents;
    }

    /**
     * An agent.
     *
     * @param lastSeen when it last asked for work
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgentAnswer(
            UUID id,
            List<String> sources,
            Instant enrolledAt,
            @Nullable Instant lastSeen) {

        static AgentAnswer of(AgentView agent) {
            return new AgentAnswer(agent.id(), agent.sources(), agent.enrolledAt(), agent.lastSeen());
        }
    }

    /**
     * A job.
     *
     * @param code why it ended without a result
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JobAnswer(
            UUID id,
            String task,
            String source,
            String status,
            @Nullable String code,
            Instant changedAt,
            Instant expiresAt) {

        static JobAnswer of(JobView job) {
            return new JobAnswer(
                    job.id(),
                    job.task().name(),
                    job.source(),
                    job.status().name(),
                    job.code(),
                    job.changedAt(),
                    job.expiresAt());
        }
    }

    @Scoped(Scope.AGENTS_READ)
    @GetMapping
    ResponseEntity<Listing<AgentAnswer>> agents(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return Paging.inPlaces(agents.mine(), AgentAnswer::of, cursor, limit);
    }

    /** The newest fifty. */
    @Scoped(Scope.AGENTS_READ)
    @GetMapping("/jobs")
    ResponseEntity<Listing<JobAnswer>> jobs(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return Paging.newestFirst(agents.jobs(), JobView::id, JobAnswer::of, cursor, limit);
    }
}
