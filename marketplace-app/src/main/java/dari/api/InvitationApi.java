package dari.api;

import dari.api.door.Scoped;
import dari.invitations.InvitationId;
import dari.invitations.InvitationView;
import dari.invitations.Invitations;
import dari.needs.NeedId;
import dari.offers.OfferId;
import dari.tokens.Scope;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Invitations: hospitals send and take back, startups answer. */
@RestController
@RequestMapping("/api/v1/invitations")
class InvitationApi {

    private final Invitations invitations;
    private final FormRules rules;
    private final Versions versions;

    InvitationApi(Invitations invitations, FormRules rules, Versions versions) {
        this.invitations = invitations;
        this.rules = rules;
        this.versions = versions;
    }

    /** A startup's need, and the offer it is asked about. */
    record NewInvitation(
            @NotNull(message = "{needs.choice.bad}") UUID offer,
            @NotNull(message = "{needs.choice.bad}") UUID need,

            @NotBlank(message = "{invitations.form.message.missing}") @Size(max = 2000, message = "{needs.text.long}")
            String message,

            @Pattern(regexp = "ko|en", message = "{needs.choice.bad}") @Nullable
            String language) {}

    /** Sent or received, the newest first. Pages count places: the door hands them out so. */
    @Scoped(Scope.INVITATIONS_READ)
    @GetMapping
    ResponseEntity<Listing<InvitationAnswer>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        Page<InvitationView> page = invitations.mine(Paging.place(cursor), Paging.limit(limit));
        List<InvitationAnswer> items =
                page.getContent().stream().map(InvitationAnswer::of).toList();
        return Paging.page(items, page.hasNext() ? Paging.ofPlace(page.getNumber() + 1) : null);
    }

    @Scoped(Scope.INVITATIONS_WRITE)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<InvitationAnswer> invite(@RequestBody NewInvitation body, Locale locale) {
        NewInvitation asked = rules.check(body);
        InvitationId id = invitations.invite(
                new OfferId(asked.offer()),
                new NeedId(asked.need()),
                asked.message(),
                asked.language() == null ? locale.getLanguage() : asked.language());
        return versions.created(id.value(), answer(id));
    }

    @Scoped(Scope.INVITATIONS_READ)
    @GetMapping("/{invitation}")
    ResponseEntity<InvitationAnswer> show(@PathVariable UUID invitation) {
        return versions.ok(answer(new InvitationId(invitation)));
    }

    /** The startup wants to talk, too. */
    @Scoped(Scope.INVITATIONS_WRITE)
    @PostMapping("/{invitation}/accept")
    ResponseEntity<InvitationAnswer> accept(
            @PathVariable UUID invitation,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        InvitationId id = new InvitationId(invitation);
        return versions.act(seen, () -> answer(id), () -> invitations.accept(id));
    }

    @Scoped(Scope.INVITATIONS_WRITE)
    @PostMapping("/{invitation}/decline")
    ResponseEntity<InvitationAnswer> decline(
            @PathVariable UUID invitation,
            @RequestBody ReasonBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        InvitationId id = new InvitationId(invitation);
        invitations.show(id);
        ReasonBody given = rules.check(body);
        return versions.act(seen, () -> answer(id), () -> invitations.decline(id, given.reason()));
    }

    /** The hospital takes its question back. */
    @Scoped(Scope.INVITATIONS_WRITE)
    @PostMapping("/{invitation}/withdraw")
    ResponseEntity<InvitationAnswer> withdraw(
            @PathVariable UUID invitation,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        InvitationId id = new InvitationId(invitation);
        return versions.act(seen, () -> answer(id), () -> invitations.withdraw(id));
    }

    private InvitationAnswer answer(InvitationId id) {
        return InvitationAnswer.of(invitations.show(id));
    }
}
