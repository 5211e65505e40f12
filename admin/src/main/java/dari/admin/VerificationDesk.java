package dari.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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
                "/account",
                surroundings.inNotices(open.organization()));
        events.publishEvent(new OrganizationVerificationDecided(open.organization(), approved, actor));
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
                LocalDate.ofInstant(c.openedAt(), zone),
                twice,
                c.reason());
    }
}
