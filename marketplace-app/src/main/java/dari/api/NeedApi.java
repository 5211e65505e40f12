package dari.api;

import dari.api.FormRules.Rule;
import dari.api.door.Scoped;
import dari.needs.NeedForm;
import dari.needs.NeedId;
import dari.needs.NeedView;
import dari.needs.Needs;
import dari.tokens.Scope;
import dari.workspace.Concepts;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the startup needs. */
@RestController
@RequestMapping("/api/v1/needs")
class NeedApi {

    private final Needs needs;
    private final Concepts concepts;
    private final FormRules rules;
    private final Versions versions;
    private final TransactionTemplate transaction;

    NeedApi(
            Needs needs,
            Concepts concepts,
            FormRules rules,
            Versions versions,
            PlatformTransactionManager transactions) {
        this.needs = needs;
        this.concepts = concepts;
        this.rules = rules;
        this.versions = versions;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scoped(Scope.NEEDS_READ)
    @GetMapping
    ResponseEntity<Listing<NeedAnswer>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return Paging.newestFirst(needs.mine(), need -> need.id().value(), this::answer, cursor, limit);
    }

    /** A draft: nobody else sees it before it is published. */
    @Scoped(Scope.NEEDS_WRITE)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<NeedAnswer> draft(@RequestBody NeedBody body) {
        NeedForm form = checked(body);
        NeedId id = transaction.execute(status -> {
            NeedId made = needs.draft(form.toContent(concepts));
            needs.showTo(made, form.toAudience(), form.toViewers());
            return made;
        });
        return versions.created(id.value(), answer(id));
    }

    @Scoped(Scope.NEEDS_READ)
    @GetMapping("/{need}")
    ResponseEntity<NeedAnswer> show(@PathVariable UUID need) {
        return versions.ok(answer(new NeedId(need)));
    }

    @Scoped(Scope.NEEDS_WRITE)
    @PutMapping("/{need}")
    ResponseEntity<NeedAnswer> revise(
            @PathVariable UUID need,
            @RequestBody NeedBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        NeedId id = new NeedId(need);
        needs.mine(id);
        NeedForm form = checked(body);
        return versions.replace(seen, () -> answer(id), () -> {
            needs.revise(id, form.toContent(concepts));
            needs.showTo(id, form.toAudience(), form.toViewers());
        });
    }

    @Scoped(Scope.NEEDS_WRITE)
    @PostMapping("/{need}/publish")
    ResponseEntity<NeedAnswer> publish(
            @PathVariable UUID need,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        NeedId id = new NeedId(need);
        return versions.act(seen, () -> answer(id), () -> needs.publish(id));
    }

    @Scoped(Scope.NEEDS_WRITE)
    @PostMapping("/{need}/withdraw")
    ResponseEntity<NeedAnswer> withdraw(
            @PathVariable UUID need,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        NeedId id = new NeedId(need);
        return versions.act(seen, () -> answer(id), () -> needs.withdraw(id));
    }

    private NeedForm checked(NeedBody body) {
        NeedForm form = body.toForm();
        boolean yearsCross = body.yearFrom() != null && body.yearTo() != null && body.yearFrom() > body.yearTo();
        return rules.check(
                form,
                new Rule("yearTo", yearsCross, "needs.form.years.order"),
                new Rule("hospitals", form.namesNobody(), "needs.form.hospitals.missing"));
    }

    private NeedAnswer answer(NeedId id) {
        return answer(needs.mine(id));
    }

    private NeedAnswer answer(NeedView need) {
        return NeedAnswer.of(need, needs.viewersOf(need.id()));
    }
}
