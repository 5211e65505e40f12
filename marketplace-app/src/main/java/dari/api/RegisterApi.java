package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.api.door.Open;
import dari.register.PublicRegister;
import dari.sandboxes.SandboxView;
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

/** The public register: every project whose data could be opened. */
@RestController
@RequestMapping("/api/v1/register")
class RegisterApi {

    private final PublicRegister register;
    private final Versions versions;

    RegisterApi(PublicRegister register, Versions versions) {
        this.register = register;
        this.versions = versions;
    }

    /**
     * An entry.
     *
     * @param project id of the project, by which the entry is found
     * @param status READY, ACTIVE, SUSPENDED or EXPIRED
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryAnswer(
            UUID project,
            String number,
            String status,
            OrganizationAnswer startup,
            OrganizationAnswer hospital,
            String titleKo,
            String titleEn,
            String summaryKo,
            String summaryEn,
            String benefit,
            String delivery,
            boolean mayLeave,
            @Nullable LocalDate until,
            Instant changedAt) {}

    /**
     * An entry with what happened so far, the oldest first, without who did it.
     *
     * @param steps what happened
     */
    record EntryWithSteps(EntryAnswer entry, List<Step> steps) {}

    /** One thing that happened, e.g. {@code sandbox.opened}. */
    record Step(String action, Instant at) {}

    /** Entries that hold every word of {@code q}, the newest first. */
    @Open
    @GetMapping
    ResponseEntity<Listing<EntryAnswer>> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return Paging.newestFirst(
                (last, most) -> register.find(q, last, most),
                sandbox -> sandbox.id().value(),
                RegisterApi::answer,
                cursor,
                limit);
    }

    @Open
    @GetMapping("/{project}")
    ResponseEntity<EntryWithSteps> show(@PathVariable UUID project) {
        var entry = register.entry(project);
        return versions.ok(new EntryWithSteps(
                answer(entry.sandbox()),
                entry.steps().stream()
                        .map(step -> new Step(step.action(), step.at().truncatedTo(ChronoUnit.MILLIS)))
                        .toList()));
    }

    private static EntryAnswer answer(SandboxView sandbox) {
        var project = sandbox.project();
        return new EntryAnswer(
                project.id().value(),
                project.number(),
                sandbox.status().name(),
                OrganizationAnswer.of(project.startup()),
                OrganizationAnswer.of(project.hospital()),
                project.titleKo(),
                project.titleEn(),
                project.summaryKo(),
                project.summaryEn(),
                project.benefit(),
                project.terms().delivery().name(),
                project.terms().downloadsAllowed(),
                sandbox.expiresOn(),
                sandbox.changedAt().truncatedTo(ChronoUnit.MILLIS));
    }
}
