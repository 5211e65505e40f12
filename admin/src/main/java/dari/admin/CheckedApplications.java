package dari.admin;

import dari.admin.eligibility.Declaration;
import dari.admin.eligibility.FirmSize;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads applications for those who check them; who may is decided before. */
@Component
public class CheckedApplications {

    private static final Set<ApplicationStatus> AWARDED =
            EnumSet.of(ApplicationStatus.APPROVED, ApplicationStatus.APPROVED_WITH_CONDITIONS);

    private static final Set<ApplicationStatus> OUT_OF_PLAY = EnumSet.of(
            ApplicationStatus.DRAFT, ApplicationStatus.WITHDRAWN, ApplicationStatus.REJECTED, ApplicationStatus.CLOSED);

    /** What a form may ask for as the name of the product: titles of other awards are held against it, too. */
    private static final String PRODUCT = "product";

    /** How long the work of a call goes on that plans no step after the decision. */
    private static final int USUAL_DAYS = 365;

    private final ApplicationRepository applications;
    private final ApplicationMemberRepository members;
    private final Parties parties;
    private final Calls calls;
    private final ProgramPartners partners;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    CheckedApplications(
            ApplicationRepository applications,
            ApplicationMemberRepository members,
            Parties parties,
            Calls calls,
            ProgramPartners partners,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.applications = applications;
        this.members = members;
        this.parties = parties;
        this.calls = calls;
        this.partners = partners;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** @throws ProgramNotFoundException when there is none */
    public CheckedApplication find(UUID id) {
        Application application = load(id);
        ProgramCall call = calls.find(application.call());
        LocalDate today = call.today(clock);
        List<CheckedApplication.Party> taking = new ArrayList<>();
        taking.add(party(application.startup(), true, application.draft().declared()));
        members.findByApplicationOrderById(id).stream()
                .filter(member -> member.status() == MemberStatus.CONFIRMED)
                .forEach(member -> taking.add(party(member.organization(), true, member.declared())));
        taking.add(party(application.hospital(), false, Declaration.NONE));
        return new CheckedApplication(
                id,
                calls.view(call),
                taking,
                application.hospital(),
                surroundings.organizationName(application.hospital()),
                application.offer(),
                Stream.of(application.needTitle(), application.draft().answers().of(PRODUCT))
                        .filter(title -> !title.isBlank())
                        .toList(),
                today,
                today.plusDays(days(call)));
    }

    /** What the office screens: it was handed in at least once. */
    public void requireHandedIn(UUID id) {
        if (load(id).submissions() == 0) {
            throw new ProgramNotFoundException("application");
        }
    }

    /** The applications of a call that were handed in and are not over, a page of them. */
    public List<UUID> toCheck(UUID call) {
        return applications.findOutlines(call, Set.of(ApplicationStatus.DRAFT, ApplicationStatus.WITHDRAWN)).stream()
                .map(ApplicationRepository.Outline::id)
                .toList();
    }

    /** Other applications of these organisations that were approved and whose work still goes on. */
    public List<CheckedApplication.Paid> paidTo(UUID except, Set<UUID> organizations, LocalDate today) {
        if (organizations.isEmpty()) {
            return List.of();
        }
        List<Application> awarded = applications.findByIdIn(parties.ofAny(organizations)).stream()
                .filter(application -> !application.id().equals(except) && AWARDED.contains(application.status()))
                .toList();
        return awarded.stream()
                .flatMap(application -> parties.of(application).stream()
                        .filter(organizations::contains)
                        .map(organization -> paid(application, organization)))
                .filter(paid -> !paid.until().isBefore(today))
                .toList();
    }

    /** Other applications to the same call that these firms take part in and that are still in play. */
    public List<CheckedApplication.Rival> rivals(CheckedApplication of, List<CheckedApplication.Party> firms) {
        Map<String, CheckedApplication.Party> byNumber = firms.stream()
                .collect(Collectors.toMap(
                        CheckedApplication.Party::registrationNumber, firm -> firm, (one, same) -> one));
        Map<UUID, CheckedApplication.Party> same = new LinkedHashMap<>();
        partners.withNumbers(byNumber.keySet())
                .forEach(partner -> same.put(
                        partner.organization(), Objects.requireNonNull(byNumber.get(partner.registrationNumber()))));
        firms.forEach(firm -> same.put(firm.organization(), firm));
        return applications.findByIdIn(parties.ofAny(same.keySet())).stream()
                .filter(other ->
                        other.call().equals(of.call().id()) && !other.id().equals(of.id()))
                .filter(other -> !OUT_OF_PLAY.contains(other.status()))
                .flatMap(other -> parties.of(other).stream()
                        .filter(same::containsKey)
                        .map(taking -> rival(other, taking, Objects.requireNonNull(same.get(taking)))))
                .toList();
    }

    private CheckedApplication.Rival rival(Application other, UUID taking, CheckedApplication.Party firm) {
        return new CheckedApplication.Rival(
                other.id(),
                firm.organization(),
                taking.equals(firm.organization()),
                other.hospital(),
                surroundings.organizationName(other.hospital()),
                other.offer(),
                other.needTitle());
    }

    /**
     * Keeps the size that a person confirmed for the lead; others have no share to pay.
     *
     * @throws ProgramRuleBrokenException when it was awarded: its share was offered, and invoices go by it
     */
    public void confirmSize(UUID id, UUID organization, @Nullable FirmSize size) {
        Application application = load(id);
        if (!application.startup().equals(organization)) {
            return;
        }
        if (AWARDED.contains(application.status())) {
            throw new ProgramRuleBrokenException("checks.refused.awarded");
        }
        application.confirmSize(size);
    }

    private CheckedApplication.Paid paid(Application application, UUID organization) {
        ProgramCall call = calls.find(application.call());
        ZoneId zone = call.design().dates().zone();
        Instant decided = Objects.requireNonNullElse(application.decidedAt(), application.createdAt());
        LocalDate from = LocalDate.ofInstant(decided, zone);
        return new CheckedApplication.Paid(
                application.id(),
                organization,
                call.content().titleKo(),
                call.content().titleEn(),
                application.hospital(),
                surroundings.organizationName(application.hospital()),
                surroundings.organizationName(application.hospital(), Locale.ENGLISH),
                application.offer(),
                application.needTitle(),
                from,
                from.plusDays(days(call)));
    }

    private static int days(ProgramCall call) {
        return call.design().milestones().stream()
                .mapToInt(PlannedMilestone::days)
                .max()
                .orElse(USUAL_DAYS);
    }

    private CheckedApplication.Party party(UUID organization, boolean asked, Declaration declared) {
        ProgramPartners.Partner partner = partners.partner(organization);
        return new CheckedApplication.Party(
                organization, partner.name(), partner.registrationNumber(), partner.firm(), asked, declared.size());
    }

    private Application load(UUID id) {
        return applications.findById(id).orElseThrow(() -> new ProgramNotFoundException("application"));
    }
}
