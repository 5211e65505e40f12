package dari.admin;

import dari.admin.eligibility.Applicant;
import dari.admin.eligibility.Declaration;
import dari.admin.eligibility.Fact;
import dari.admin.eligibility.Finding;
import dari.admin.eligibility.FirmSize;
import dari.admin.eligibility.SizeRule;
import dari.admin.forms.Question;
import dari.admin.forms.QuestionKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Holds an application as it is now against its call's rules. */
@Component
class EligibilityCheck {

    private final ApplicationMemberRepository members;
    private final ProgramPartners partners;
    private final FirmSizes sizes;

    EligibilityCheck(ApplicationMemberRepository members, ProgramPartners partners, FirmSizes sizes) {
        this.members = members;
        this.partners = partners;
        this.sizes = sizes;
    }

    /** What an organisation has to declare itself: not its size, when it is a hospital or keeps figures of a firm. */
    Set<Fact> asks(ProgramCall call, UUID organization) {
        Set<Fact> asked = call.eligibility().asks(partners.partner(organization).firm());
        if (derived(call, organization).isPresent()) {
            asked.remove(Fact.SIZE);
        }
        return asked;
    }

    /** The declaration with the size that the organisation's figures mean; as it is where it keeps none. */
    Declaration complete(ProgramCall call, UUID organization, Declaration declared) {
        return derived(call, organization)
                .map(size -> declared.with(Fact.SIZE, size.name()))
                .orElse(declared);
    }

    private Optional<FirmSize> derived(ProgramCall call, UUID organization) {
        return call.eligibility().rule(SizeRule.class).flatMap(rule -> sizes.derived(organization, rule.limits()));
    }

    List<Finding> judge(Application application, ProgramCall call) {
        ApplicationDraft draft = application.draft();
        List<Applicant.Party> confirmed = members.findByApplicationOrderById(application.id()).stream()
                .filter(member -> member.status() == MemberStatus.CONFIRMED)
                .map(member -> party(call, member.organization(), member.declared()))
                .toList();
        Set<String> handedIn = call.form().shown(draft.answers()).stream()
                .filter(question -> question.kind() == QuestionKind.FILE)
                .map(Question::id)
                .filter(draft.answers()::has)
                .collect(Collectors.toSet());
        // The hospital of the introduction takes part by having accepted it.
        return call.eligibility()
                .judge(new Applicant(party(call, application.startup(), draft.declared()), confirmed, 1, handedIn));
    }

    private Applicant.Party party(ProgramCall call, UUID organization, Declaration declared) {
        ProgramPartners.Partner partner = partners.partner(organization);
        return new Applicant.Party(
                partner.name(), partner.firm(), partner.verified(), complete(call, organization, declared));
    }
}
