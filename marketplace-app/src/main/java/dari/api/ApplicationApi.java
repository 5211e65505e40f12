package dari.api;

import dari.admin.ApplicationView;
import dari.admin.Applications;
import dari.admin.DraftState;
import dari.api.FormRules.Rule;
import dari.api.door.Scoped;
import dari.tokens.Scope;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The startup's applications to calls. */
@RestController
@RequestMapping("/api/v1/applications")
class ApplicationApi {

    private final Applications applications;
    private final FormRules rules;
    private final Versions versions;

    ApplicationApi(Applications applications, FormRules rules, Versions versions) {
        this.applications = applications;
        this.rules = rules;
        this.versions = versions;
    }

    @Scoped(Scope.APPLICATIONS_READ)
    @GetMapping
    ResponseEntity<Listing<ApplicationAnswer>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return Paging.newestFirst(applications.mine(), ApplicationView::id, ApplicationAnswer::of, cursor, limit);
    }

    @Scoped(Scope.APPLICATIONS_WRITE)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<ApplicationAnswer> draft(@RequestBody ApplicationBody body) {
        ApplicationForm form =
                rules.check(body.toForm(), new Rule("call", body.call() == null, "api.application.call.missing"));
        UUID call = Objects.requireNonNull(body.call());
        UUID id = applications.draft(call, UUID.fromString(form.introduction()), form.text());
        keep(id, body);
        return versions.created(id, answer(id));
    }

    @Scoped(Scope.APPLICATIONS_READ)
    @GetMapping("/{application}")
    ResponseEntity<ApplicationAnswer> show(@PathVariable UUID application) {
        return versions.ok(answer(application));
    }

    /** Changes what a draft says, or one that came back; call and introduction stay. */
    @Scoped(Scope.APPLICATIONS_WRITE)
    @PutMapping("/{application}")
    ResponseEntity<ApplicationAnswer> change(
            @PathVariable UUID application,
            @RequestBody ApplicationBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        UUID introduction = applications.mine(application).introduction();
        rules.check(new ApplicationForm(
                introduction.toString(), body.summaryKo(), body.summaryEn(), body.benefit(), body.plan()));
        return versions.replace(seen, () -> answer(application), () -> keep(application, body));
    }

    private void keep(UUID application, ApplicationBody body) {
        int edits = applications.mine(application).edits();
        applications.save(application, body.toDraft(), new DraftState(edits, "api"));
    }

    /** Hands it in with a frozen snapshot; the answer holds the receipt. */
    @Scoped(Scope.APPLICATIONS_WRITE)
    @PostMapping("/{application}/submit")
    ResponseEntity<ApplicationAnswer> submit(
            @PathVariable UUID application,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        return versions.act(seen, () -> answer(application), () -> applications.submit(application));
    }

    @Scoped(Scope.APPLICATIONS_WRITE)
    @PostMapping("/{application}/withdraw")
    ResponseEntity<ApplicationAnswer> withdraw(
            @PathVariable UUID application,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        return versions.act(seen, () -> answer(application), () -> applications.withdraw(application));
    }

    private ApplicationAnswer answer(UUID application) {
        return ApplicationAnswer.of(applications.mine(application));
    }
}
