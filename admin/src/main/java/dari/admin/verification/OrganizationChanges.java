package dari.admin.verification;

import dari.admin.CalledByOthers;
import dari.admin.ForAdministrators;
import dari.admin.ForKeepers;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.admin.VerificationDesk;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How what is on record of an organisation changes: before it is verified by its own correction, afterwards by a request that
 * the verification desk decides.
 */
@Service
@Transactional
public class OrganizationChanges {

    private static final int SHOWN = 20;

    private final OrganizationChangeRepository changes;
    private final OrganizationRecords records;
    private final VerificationDesk desk;
    private final ProgramSurroundings surroundings;
    private final ChangeViews views;
    private final Clock clock;

    OrganizationChanges(
            OrganizationChangeRepository changes,
            OrganizationRecords records,
            VerificationDesk desk,
            ProgramSurroundings surroundings,
            ChangeViews views,
            Clock clock) {
        this.changes = changes;
        this.records = records;
        this.desk = desk;
        this.surroundings = surroundings;
        this.views = views;
        this.clock = clock;
    }

    /** What is on record of the actor's organisation. */
    @ForKeepers
    @Transactional(readOnly = true)
    public OrganizationRecord mine() {
        return records.of(own());
    }

    /** The last requests of the actor's organisation, the newest first. */
    @ForKeepers
    @Transactional(readOnly = true)
    public List<ChangeView> asked() {
        return views.of(changes.findByOrganizationOrderByIdDesc(own(), Limit.of(SHOWN)));
    }

    /**
     * Asks the desk for a change; an organisation that is not verified yet corrects its record at once.
     *
     * @param address empty when it stays the same
     * @return whether it is in force already
     * @throws ProgramRuleBrokenException when nothing changes, a request is open, or the organisation was refused
     */
    @ForKeepers
    public boolean ask(OrganizationRecord after, String address, String why) {
        UUID organization = own();
        OrganizationRecord before = records.of(organization);
        if (after.equals(before)) {
            throw new ProgramRuleBrokenException("records.rule.same");
        }
        if (!records.isVerified(organization)) {
            desk.correct(organization, after.name(), after.number());
            records.put(organization, after);
            record("organization.corrected", organization, facts(before, after), note(why, before, after));
            return true;
        }
        if (changes.findByOpenFor(organization).isPresent()) {
            throw new ProgramRuleBrokenException("records.rule.open");
        }
        UUID id = surroundings.newId();
        changes.save(new OrganizationChange(
                id,
                organization,
                before,
                after,
                address,
                why,
                surroundings.actor().user(),
                clock.instant()));
        record("organization.changeAsked", organization, Map.of("change", id.toString()), why);
        surroundings.tellAdministrators(
                "admin.notice.change", "/program/changes/" + id, surroundings.inNotices(organization));
        return false;
    }

    /** Takes the open request back. */
    @ForKeepers
    public void withdraw(UUID id) {
        OrganizationChange change = changes.findByIdAndOrganization(id, own())
                .orElseThrow(() -> new ProgramNotFoundException("organization change"));
        change.withdraw(surroundings.actor().user(), clock.instant());
        record("organization.changeWithdrawn", change.organization(), Map.of("change", id.toString()), null);
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public Page<ChangeView> list(int page, int size) {
        Page<OrganizationChange> found = changes.findAllByOrderByIdDesc(PageRequest.of(page, size));
        return new PageImpl<>(views.of(found.getContent()), found.getPageable(), found.getTotalElements());
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public ChangeView show(UUID id) {
        return views.of(List.of(find(id))).get(0);
    }

    /**
     * Puts the new values in force, or leaves the old ones, with a reason that the organisation reads.
     *
     * @throws ProgramRuleBrokenException when it is no longer open, or the actor belongs to the organisation
     */
    @ForAdministrators
    public void decide(UUID id, boolean approved, String reason) {
        OrganizationChange change = find(id);
        UUID organization = change.organization();
        UUID actor = surroundings.actor().user();
        if (surroundings.isBoundTo(actor, organization)) {
            throw new ProgramRuleBrokenException("admin.rule.decision.conflict");
        }
        change.decide(approved, reason, actor, clock.instant());
        Map<String, String> facts = new HashMap<>(Map.of("change", id.toString()));
        if (approved) {
            records.put(organization, change.after());
            facts.putAll(facts(change.before(), change.after()));
        }
        record(
                approved ? "organization.changed" : "organization.changeRefused",
                organization,
                facts,
                approved ? note(reason, change.before(), change.after()) : reason);
        surroundings.tellOrganization(
                organization,
                approved ? "admin.notice.changed" : "admin.notice.unchanged",
                "/account/verification",
                surroundings.inNotices(organization));
    }

    /** Requests that wait for the desk, the oldest first, so many at most. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<ChangeView> waiting(int most) {
        return views.of(changes.findByStatusOrderByAskedAt(ChangeStatus.OPEN, Limit.of(most)));
    }

    /** The request of an organisation that the desk has not decided yet. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public Optional<ChangeView> open(UUID organization) {
        return changes.findByOpenFor(organization)
                .map(change -> views.of(List.of(change)).get(0));
    }

    private OrganizationChange find(UUID id) {
        return changes.findById(id).orElseThrow(() -> new ProgramNotFoundException("organization change"));
    }

    private UUID own() {
        return surroundings.actor().organization();
    }

    private void record(String action, UUID organization, Map<String, String> facts, @Nullable String note) {
        surroundings.record(action, "organization", organization, facts, note);
    }

    /** Old and new number and region. Names are words that people chose: they stand in the note, which can be redacted. */
    private static Map<String, String> facts(OrganizationRecord before, OrganizationRecord after) {
        Map<String, String> facts = new HashMap<>();
        if (after.hasOtherNumber(before)) {
            facts.put("numberBefore", before.number());
            facts.put("numberAfter", after.number());
        }
        if (!Objects.equals(before.region(), after.region())) {
            facts.put("regionBefore", String.valueOf(before.region()));
            facts.put("regionAfter", String.valueOf(after.region()));
        }
        return facts;
    }

    private static String note(String why, OrganizationRecord before, OrganizationRecord after) {
        StringBuilder note = new StringBuilder(why);
        if (!before.name().equals(after.name())) {
            note.append('\n').append(before.name()).append(" → ").append(after.name());
        }
        if (!Objects.equals(before.englishName(), after.englishName())) {
            note.append('\n')
                    .append(Objects.requireNonNullElse(before.englishName(), "–"))
                    .append(" → ")
                    .append(Objects.requireNonNullElse(after.englishName(), "–"));
        }
        return note.toString();
    }
}
