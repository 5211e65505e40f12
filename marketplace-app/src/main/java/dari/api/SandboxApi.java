package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.api.door.Scoped;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.projects.ConditionState;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import dari.tokens.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where sandboxes stand. Their data is not here: opening one is for people with a second step. */
@RestController
@RequestMapping("/api/v1/sandboxes")
class SandboxApi {

    private final Sandboxes sandboxes;
    private final CurrentActor currentActor;
    private final Versions versions;

    SandboxApi(Sandboxes sandboxes, CurrentActor currentActor, Versions versions) {
        this.sandboxes = sandboxes;
        this.currentActor = currentActor;
        this.versions = versions;
    }

    /**
     * A sandbox.
     *
     * @param openNow whether the startup may look inside at this moment
     * @param conditions everything that access needs, as it is at this moment
     * @param approvals how many looks at the release have let it go
     * @param problem the agent's code when it ended without a release; for the hospital alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SandboxAnswer(
            UUID id,
            UUID project,
            String projectNumber,
            String status,
            String tier,
            boolean openNow,
            List<ConditionAnswer> conditions,
            long approvals,
            @Nullable String recipeHash,
            @Nullable String problem,
            Instant changedAt,
            @Nullable LocalDate expiresOn) {}

    /**
     * One condition of access.
     *
     * @param holder whose turn it is: startup, hospital, program or system
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConditionAnswer(
            String code,
            boolean holds,
            String holder,
            @Nullable LocalDate until) {

        static ConditionAnswer of(ConditionState state) {
            return new ConditionAnswer(state.code(), state.holds(), state.holder(), state.until());
        }
    }

    @Scoped(Scope.SANDBOXES_READ)
    @GetMapping
    ResponseEntity<Listing<SandboxAnswer>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        List<SandboxView> mine = atHospital() ? sandboxes.ofMyHospital() : sandboxes.ofMyStartup();
        return Paging.newestFirst(mine, sandbox -> sandbox.id().value(), this::answer, cursor, limit);
    }

    @Scoped(Scope.SANDBOXES_READ)
    @GetMapping("/{sandbox}")
    ResponseEntity<SandboxAnswer> show(@PathVariable UUID sandbox) {
        return versions.ok(answer(sandboxes.show(new SandboxId(sandbox))));
    }

    private SandboxAnswer answer(SandboxView sandbox) {
        return new SandboxAnswer(
                sandbox.id().value(),
                sandbox.project().id().value(),
                sandbox.project().number(),
                sandbox.status().name(),
                sandbox.tier().name(),
                sandbox.openNow(),
                sandbox.conditions().stream().map(ConditionAnswer::of).toList(),
                sandbox.approvals(),
                sandbox.recipeHash(),
                atHospital() ? sandbox.problem() : null,
                sandbox.changedAt().truncatedTo(ChronoUnit.MILLIS),
                sandbox.expiresOn());
    }

    private boolean atHospital() {
        return currentActor.get().face() == Face.HOSPITAL;
    }
}
