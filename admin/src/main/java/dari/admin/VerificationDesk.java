package dari.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks that organisations are what they say. */
@Service
@Transactional
public class VerificationDesk {

    private final VerificationRepository cases;
    private final ProgramSurroundings surroundings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    VerificationDesk(
            VerificationRepository cases,
            ProgramSurroundings surroundings,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.cases = cases;
        this.surroundings = surroundings;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /** Opens a case; asked twice for one organisation, it is the same case. */
    @CalledByOthers
    public void open(NewVerificationCase request) {
        if (cases.findByOrganization(request.organization()).isEmpty()) {
            VerificationCase opened = cases.save(new VerificationCase(surroundings.newId(), request, clock.instant()));
            surroundings.tellAdministrators(
                    "admin.notice.verification",
                    "/program/verifications/" + opened.id(),
                    surroundings.inNotices(request.organization()));
        }
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public Page<VerificationView> list(int page, int size) {
        Page<VerificationCase> found = cases.findAllByOrderByOpenedAtDescIdDesc(PageRequest.of(page, size));
        return new PageImpl<>(views(found.getContent()), found.getPageable(), found.getTotalElements());
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public VerificationView show(UUID id) {
        return views(List.of(find(id))).get(0);
    }

    /**
     * Decides with a reason, which the organisation reads.
     *
     * @throws ProgramRuleBrokenException when it was decided before, or the actor belongs to the organisation
     */
    @ForAdministrators
    public void decide(UUID id, boolean approved, String reason) {
        VerificationCase open = find(id);
        UUID actor = surroundings.actor().user();
        if (surroundings.isBoundTo(actor, open.organization())) {
            throw new ProgramRuleBrokenException("admin.rule.decision.conflict");
        }
        open.decide(approved, reason, actor, clock.instant());
        surroundings.record(
                approved ? "verification.approved" : "verification.refused",
                "organization",
                open.organization(),
                Map.of("case", id.toString()),
                reason);
        surroundings.tellOrganization(
                open.organization(),
                approved ? "admin.notice.verified" : "admin.notice.refused",
                "/account/verification",
                surroundings.inNotices(open.organization()));
        events.publishEvent(new OrganizationVerificationDecided(open.organization(), approved, actor));
    }

    /** Gives the case back with what is missing or does not fit; the organisation mends it and hands in again. */
    @ForAdministrators
    public void giveBack(UUID id, String reason) {
        VerificationCase open = find(id);
        UUID actor = surroundings.actor().user();
        if (surroundings.isBoundTo(actor, open.organization())) {
            throw new ProgramRuleBrokenException("admin.rule.decision.conflict");
        }
        open.giveBack(reason, actor, clock.instant());
        surroundings.record(
                "verification.returned", "organization", open.organization(), Map.of("case", id.toString()), reason);
        surroundings.tellOrganization(
                open.organization(),
                "admin.notice.verificationReturned",
                "/account/verification",
                surroundings.inNotices(open.organization()));
    }

    /** The case of the actor's own organisation; none before its e-mail address was confirmed. */
    @ForKeepers
    @Transactional(readOnly = true)
    public Optional<VerificationView> mine() {
        return of(surroundings.actor().organization());
    }

    /** The actor's organisation mended what the desk asked for. */
    @ForKeepers
    public void handInAgain() {
        VerificationCase returned = cases.findByOrganization(
                        surroundings.actor().organization())
                .orElseThrow(() -> new ProgramNotFoundException("verification"));
        returned.handInAgain(clock.instant());
        surroundings.record(
                "verification.handedInAgain",
                "organization",
                returned.organization(),
                Map.of("case", returned.id().toString()),
                null);
        surroundings.tellAdministrators(
                "admin.notice.verification",
                "/program/verifications/" + returned.id(),
                surroundings.inNotices(returned.organization()));
    }

    /**
     * An organisation that is not verified yet corrected what it had said.
     *
     * @throws ProgramRuleBrokenException when the desk decided already
     */
    @CalledByOthers
    public void correct(UUID organization, String name, String registrationNumber) {
        cases.findByOrganization(organization).ifPresent(open -> open.correct(name, registrationNumber));
    }

    /** The other organisations that gave the same registration number as this one. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public List<VerificationView> alike(UUID id) {
        VerificationCase one = find(id);
        return views(cases.findByRegistrationNumberOrderByOpenedAt(one.registrationNumber()).stream()
                .filter(other -> !other.id().equals(id))
                .toList());
    }

    /** The case of an organisation. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public Optional<VerificationView> of(UUID organization) {
        return cases.findByOrganization(organization)
                .map(one -> views(List.of(one)).get(0));
    }

    /** Cases that wait, the oldest first, so many at most. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<VerificationView> waiting(int most) {
        return views(cases.findByStatusOrderByOpenedAt(CaseStatus.OPEN, Limit.of(most)));
    }

    private VerificationCase find(UUID id) {
        return cases.findById(id).orElseThrow(() -> new ProgramNotFoundException("verification"));
    }

    private List<VerificationView> views(List<VerificationCase> several) {
        Set<String> twice = cases.findSeveralTimes(
                several.stream().map(VerificationCase::registrationNumber).collect(Collectors.toSet()));
        Map<UUID, String> names = surroundings.organizationNames(
                several.stream().map(VerificationCase::organization).toList());
        return several.stream()
                .map(one -> view(
                        one,
                        names.getOrDefault(one.organization(), one.name()),
                        twice.contains(one.registrationNumber())))
                .toList();
    }

    private VerificationView view(VerificationCase c, String name, boolean twice) {
        return new VerificationView(
                c.id(),
                c.organization(),
                c.kind(),
                name,
                c.name(),
                c.registrationNumber(),
                c.country(),
                c.status().name(),
                LocalDate.ofInstant(c.heldSince(), zone),
                twice,
                c.reason());
    }
}
