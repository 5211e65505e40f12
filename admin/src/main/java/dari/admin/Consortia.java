package dari.admin;

import dari.admin.eligibility.Declaration;
import dari.admin.eligibility.Fact;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings several organisations together for one application: the lead asks, each answers for itself. */
@Service
@Transactional
public class Consortia {

    private static final int MOST_MEMBERS = 10;

    private final ApplicationMemberRepository members;
    private final Applications applications;
    private final Calls calls;
    private final EligibilityCheck eligibility;
    private final ProgramPartners partners;
    private final ProgramSurroundings surroundings;
    private final Clock clock;
    private final ZoneId zone;

    Consortia(
            ApplicationMemberRepository members,
            Applications applications,
            Calls calls,
            EligibilityCheck eligibility,
            ProgramPartners partners,
            ProgramSurroundings surroundings,
            Clock clock,
            ZoneId zone) {
        this.members = members;
        this.applications = applications;
        this.calls = calls;
        this.eligibility = eligibility;
        this.partners = partners;
        this.surroundings = surroundings;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Asks a verified organisation to take part.
     *
     * @param registrationNumber its business registration number, digits only
     * @throws ProgramRuleBrokenException when there is none, or it takes part already
     */
    @ForApplicantOwners
    public void invite(UUID application, String registrationNumber) {
        Application own = writable(application);
        ProgramPartners.Partner partner = partners.verified(registrationNumber)
                .orElseThrow(() -> new ProgramRuleBrokenException("forms.rule.member.unknown"));
        if (partner.organization().equals(own.startup())
                || partner.organization().equals(own.hospital())) {
            throw new ProgramRuleBrokenException("forms.rule.member.twice");
        }
        List<ApplicationMember> present = members.findByApplicationOrderById(application);
        if (present.stream().filter(member -> member.status().isIn()).count() >= MOST_MEMBERS) {
            throw new ProgramRuleBrokenException("forms.rule.member.many", MOST_MEMBERS);
        }
        present.stream()
                .filter(member -> member.organization().equals(partner.organization()))
                .findFirst()
                .ifPresentOrElse(
                        member -> member.inviteAgain(clock.instant()),
                        () -> members.save(new ApplicationMember(
                                surroundings.newId(), application, partner.organization(), clock.instant())));
        record("application.memberInvited", application, partner.organization());
        surroundings.tellOrganization(
                partner.organization(),
                "forms.notice.invited",
                "/consortia/" + application,
                surroundings.inNotices(own.startup()));
    }

    @ForApplicantOwners
    public void remove(UUID application, UUID organization) {
        writable(application);
        find(application, organization)
                .answer(
                        MemberStatus.REMOVED,
                        Declaration.NONE,
                        surroundings.actor().user(),
                        clock.instant());
        record("application.memberRemoved", application, organization);
        surroundings.tellOrganization(organization, "forms.notice.removed", "/consortia");
    }

    /** Who was asked, for the lead. */
    @ForApplicants
    @Transactional(readOnly = true)
    public List<MemberView> ofMine(UUID application) {
        applications.own(application);
        return of(application);
    }

    /** Where the actor's organisation was asked to take part, the newest first. */
    @ForPartners
    @Transactional(readOnly = true)
    public List<ConsortiumView> mine() {
        return members.findByOrganizationOrderByIdDesc(organization()).stream()
                .map(this::whole)
                .toList();
    }

    @ForPartners
    @Transactional(readOnly = true)
    public ConsortiumView mine(UUID application) {
        return whole(find(application, organization()));
    }

    /**
     * Answers for the actor's organisation, which declares what the call asks of everybody.
     *
     * @throws ProgramRuleBrokenException when the application was handed in, or the answer does not fit
     */
    @ForPartners
    public void answer(UUID application, MemberStatus answer, Declaration declared) {
        ApplicationMember member = find(application, organization());
        Application joint = applications.find(application);
        joint.requireWritable();
        if (answer == MemberStatus.REMOVED) {
            throw new ProgramRuleBrokenException("admin.rule.application.state");
        }
        ProgramCall call = calls.find(joint.call());
        boolean open = eligibility.asks(call, organization()).stream().anyMatch(fact -> declared.of(fact) == null);
        if (answer == MemberStatus.CONFIRMED && open) {
            throw new ProgramRuleBrokenException("forms.rule.member.declare");
        }
        member.answer(
                answer,
                eligibility.complete(call, organization(), declared),
                surroundings.actor().user(),
                clock.instant());
        surroundings.record(
                switch (answer) {
                    case CONFIRMED -> "application.memberConfirmed";
                    case DECLINED -> "application.memberDeclined";
                    case LEFT, INVITED, REMOVED -> "application.memberLeft";
                },
                "application",
                application,
                Map.of("organization", organization().toString()),
                null);
        surroundings.tellOrganization(
                joint.startup(),
                answer == MemberStatus.CONFIRMED ? "forms.notice.confirmed" : "forms.notice.declined",
                "/startup/applications/" + application,
                surroundings.inNotices(organization()));
    }

    /** What the actor's organisation declares itself: a hospital is not asked how large it is. */
    @ForPartners
    @Transactional(readOnly = true)
    public Set<Fact> asks(UUID application) {
        find(application, organization());
        return eligibility.asks(calls.find(applications.find(application).call()), organization());
    }

    /** Those who wait for an answer of this organisation. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<ConsortiumView> waitingFor(UUID organization) {
        return members.findByOrganizationOrderByIdDesc(organization).stream()
                .filter(member -> member.status() == MemberStatus.INVITED)
                .map(this::whole)
                .filter(whole -> whole.application().writable())
                .toList();
    }

    List<MemberView> of(UUID application) {
        return members.findByApplicationOrderById(application).stream()
                .map(this::view)
                .toList();
    }

    private ConsortiumView whole(ApplicationMember member) {
        return new ConsortiumView(applications.view(applications.find(member.application())), view(member));
    }

    private MemberView view(ApplicationMember member) {
        ProgramPartners.Partner partner = partners.partner(member.organization());
        return new MemberView(
                member.organization(),
                partner.name(),
                partner.firm(),
                member.status(),
                member.declared(),
                LocalDate.ofInstant(member.invitedAt(), zone));
    }

    private Application writable(UUID application) {
        Application own = applications.own(application);
        own.requireWritable();
        return own;
    }

    private ApplicationMember find(UUID application, UUID organization) {
        return members.findByApplicationAndOrganization(application, organization)
                .orElseThrow(() -> new ProgramNotFoundException("member"));
    }

    private UUID organization() {
        return surroundings.actor().organization();
    }

    private void record(String action, UUID application, UUID organization) {
        surroundings.record(action, "application", application, Map.of("organization", organization.toString()), null);
    }
}
