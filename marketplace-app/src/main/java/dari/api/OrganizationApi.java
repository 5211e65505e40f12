package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.admin.VerificationDesk;
import dari.admin.VerificationView;
import dari.admin.verification.ChangeForm;
import dari.admin.verification.ChangeReader;
import dari.admin.verification.ChangeView;
import dari.admin.verification.OrganizationChanges;
import dari.admin.verification.OrganizationRecord;
import dari.api.FormRules.Rule;
import dari.api.door.Scoped;
import dari.kernel.NotFoundException;
import dari.tokens.Scope;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** What is on record of one's organisation, and changes of it, which the verification desk decides. */
@RestController
@RequestMapping("/api/v1/organization")
class OrganizationApi {

    private final OrganizationChanges changes;
    private final ChangeReader reader;
    private final VerificationDesk desk;
    private final FormRules rules;
    private final Versions versions;

    OrganizationApi(
            OrganizationChanges changes,
            ChangeReader reader,
            VerificationDesk desk,
            FormRules rules,
            Versions versions) {
        this.changes = changes;
        this.reader = reader;
        this.desk = desk;
        this.rules = rules;
        this.versions = versions;
    }

    /**
     * What is in force.
     *
     * @param number ten digits
     * @param verification OPEN, RETURNED, APPROVED or REFUSED; left out before the e-mail address was confirmed
     * @param reason the desk's, why it gave the verification back or refused it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordAnswer(
            String name,
            @Nullable String englishName,
            String number,
            @Nullable String region,
            @Nullable String verification,
            @Nullable String reason) {}

    /** Everything that is to be on record, what stays the same included; the address only where it is another one. */
    record ChangeBody(
            String name,
            @Nullable String englishName,
            String number,
            @Nullable String address,
            String why) {

        ChangeForm toForm() {
            return new ChangeForm(
                    name,
                    Objects.requireNonNullElse(englishName, ""),
                    number,
                    Objects.requireNonNullElse(address, ""),
                    why);
        }
    }

    /**
     * What became of asking.
     *
     * @param inForce true before the organisation was verified: then it corrects its record at once
     * @param change the request that waits for the desk; left out where nothing waits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AskedAnswer(
            boolean inForce, RecordAnswer record, @Nullable ChangeAnswer change) {}

    @Scoped(Scope.ORGANIZATION_READ)
    @GetMapping
    ResponseEntity<RecordAnswer> show() {
        return versions.ok(present());
    }

    @Scoped(Scope.ORGANIZATION_READ)
    @GetMapping("/changes")
    ResponseEntity<Listing<ChangeAnswer>> changes(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return Paging.newestFirst(changes.asked(), ChangeView::id, ChangeAnswer::of, cursor, limit);
    }

    @Scoped(Scope.ORGANIZATION_WRITE)
    @PostMapping("/changes")
    ResponseEntity<AskedAnswer> ask(@RequestBody ChangeBody body) {
        OrganizationRecord before = changes.mine();
        ChangeForm form = rules.check(body.toForm());
        ChangeReader.Read read = reader.read(form, before);
        rules.check(
                form,
                new Rule("number", read.number() == null, "organizations.signup.registrationNumber.bad"),
                new Rule("address", read.unknownAddress(), "organizations.signup.address.unknown"));
        boolean inForce = changes.ask(
                form.toRecord(Objects.requireNonNull(read.number()), read.region()),
                form.address().strip(),
                form.why().strip());
        List<ChangeView> asked = changes.asked();
        return ResponseEntity.ok(new AskedAnswer(inForce, present(), inForce ? null : ChangeAnswer.of(asked.get(0))));
    }

    @Scoped(Scope.ORGANIZATION_READ)
    @GetMapping("/changes/{organizationChange}")
    ResponseEntity<ChangeAnswer> change(@PathVariable UUID organizationChange) {
        return versions.ok(own(organizationChange));
    }

    @Scoped(Scope.ORGANIZATION_WRITE)
    @PostMapping("/changes/{organizationChange}/withdraw")
    ResponseEntity<ChangeAnswer> withdraw(
            @PathVariable UUID organizationChange,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        return versions.act(seen, () -> own(organizationChange), () -> changes.withdraw(organizationChange));
    }

    @Scoped(Scope.ORGANIZATION_WRITE)
    @PostMapping("/verification/hand-in")
    ResponseEntity<RecordAnswer> handIn(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        return versions.act(seen, this::present, desk::handInAgain);
    }

    private ChangeAnswer own(UUID id) {
        return changes.asked().stream()
                .filter(change -> change.id().equals(id))
                .findFirst()
                .map(ChangeAnswer::of)
                .orElseThrow(() -> new NotFoundException("organization change"));
    }

    private RecordAnswer present() {
        OrganizationRecord record = changes.mine();
        VerificationView verification = desk.mine().orElse(null);
        return new RecordAnswer(
                record.name(),
                record.englishName(),
                record.number(),
                record.region(),
                verification == null ? null : verification.status(),
                verification == null ? null : verification.reason());
    }
}
