package dari.admin;

import dari.admin.eligibility.Applicant;
import dari.admin.eligibility.Declaration;
import dari.admin.eligibility.Finding;
import dari.admin.forms.Question;
import dari.admin.forms.QuestionKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Holds an application as it is now against its call's rules. */
@Component
class EligibilityCheck {

    private final ApplicationMemberRepository members;
    private final ProgramPartners partners;

    EligibilityCheck(ApplicationMemberRepository members, ProgramPartners partners) {
        this.members = members;
        this.partners = partners;
    }

    List<Finding> judge(Application application, ProgramCall call) {
        ApplicationDraft draft = application.draft();
        List<Applicant.Party> confirmed = members.findByApplicationOrderById(application.id()).stream()
                .filter(member -> member.status() == MemberStatus.CONFIRMED)
                .map(member -> party(partners.partner(member.organization()), member.declared()))
                .toList();
        Set<String> handedIn = call.form().shown(draft.answers()).stream()
                .filter(question -> question.kind() == QuestionKind.FILE)
                .map(Question::id)
                .filter(draft.answers()::has)
                .collect(Collectors.toSet());
        // The hospital of the introduction takes part by having accepted it.
        return call.eligibility()
                .judge(new Applicant(
                        party(partners.partner(application.startup()), draft.declared()), confirmed, 1, handedIn));
    }

    private static Applicant.Party party(ProgramPartners.Partner partner, Declaration declared) {
        return new Applicant.Party(partner.name(), partner.firm(), partner.verified(), declared);
    }
}
