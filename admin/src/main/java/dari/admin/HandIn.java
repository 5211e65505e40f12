package dari.admin;

import dari.admin.eligibility.Finding;
import dari.admin.forms.Answers;
import dari.admin.forms.Question;
import dari.admin.forms.QuestionKind;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks whether an application is complete, and freezes it. Who may is decided before. */
@Component
class HandIn {

    private final ApplicationSubmissionRepository submissions;
    private final ApplicationFileRepository files;
    private final ApplicationMemberRepository members;
    private final EligibilityCheck eligibility;
    private final ProgramDocuments documents;
    private final ProgramPartners partners;
    private final ProgramSurroundings surroundings;
    private final AwardChecks checks;
    private final Clock clock;

    HandIn(
            ApplicationSubmissionRepository submissions,
            ApplicationFileRepository files,
            ApplicationMemberRepository members,
            EligibilityCheck eligibility,
            ProgramDocuments documents,
            ProgramPartners partners,
            ProgramSurroundings surroundings,
            AwardChecks checks,
            Clock clock) {
        this.submissions = submissions;
        this.files = files;
        this.members = members;
        this.eligibility = eligibility;
        this.documents = documents;
        this.partners = partners;
        this.surroundings = surroundings;
        this.checks = checks;
        this.clock = clock;
    }

    Readiness look(Application application, ProgramCall call) {
        ApplicationDraft draft = application.draft();
        List<String> unanswered = members.findByApplicationOrderById(application.id()).stream()
                .filter(member -> member.status() == MemberStatus.INVITED)
                .map(member -> partners.partner(member.organization()).name())
                .toList();
        Funding funding = call.funding();
        Answers shown = draft.answers().only(call.form().shown(draft.answers()));
        return new Readiness(
                call.form().check(draft.answers()),
                eligibility.judge(application, call),
                !funding.tracks().isEmpty() && funding.track(draft.track()).isEmpty(),
                unanswered,
                AskedMoney.of(funding, call.ownSharePercent(), shown, draft.track(), application.size()),
                checks.papers(application.id()));
    }

    /** @throws ProgramRuleBrokenException while something is missing */
    ApplicationSubmission freeze(Application application, ProgramCall call, ApplicationPartner partner) {
        Readiness readiness = look(application, call);
        if (!readiness.isComplete()) {
            throw new ProgramRuleBrokenException("forms.rule.incomplete", readiness.open());
        }
        int number = application.submissions() + 1;
        List<Question> shown = call.form().shown(application.draft().answers());
        Answers answers = application.draft().answers().only(shown);
        Map<String, ProgramDocuments.Frozen> papers = papers(shown, answers);
        ApplicationSubmission frozen = submissions.save(new ApplicationSubmission(
                surroundings.newId(),
                application.id(),
                number,
                call.frozen(),
                answers,
                snapshot(application, call, partner, answers, papers, readiness.findings()),
                call.today(clock),
                surroundings.actor().user(),
                clock.instant()));
        papers.forEach((question, paper) -> files.save(new ApplicationFile(
                surroundings.newId(), application.id(), number, question, paper.file(), paper.title())));
        application.submit(
                frozen,
                readiness.findings().stream()
                        .map(Finding::bonus)
                        .filter(bonus -> !bonus.isEmpty())
                        .toList());
        return frozen;
    }

    private Map<String, ProgramDocuments.Frozen> papers(List<Question> shown, Answers answers) {
        Map<String, ProgramDocuments.Frozen> papers = new LinkedHashMap<>();
        for (Question question : shown) {
            if (question.kind() == QuestionKind.FILE && answers.has(question.id())) {
                papers.put(question.id(), documents.freeze(UUID.fromString(answers.of(question.id()))));
            }
        }
        return papers;
    }

    private String snapshot(
            Application application,
            ProgramCall call,
            ApplicationPartner partner,
            Answers answers,
            Map<String, ProgramDocuments.Frozen> papers,
            List<Finding> findings) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("application", application.id());
        whole.put("submission", application.submissions() + 1);
        whole.put("call", application.call());
        whole.put("callVersion", call.frozen());
        whole.put("lead", partners.partner(application.startup()));
        whole.put(
                "members",
                members.findByApplicationOrderById(application.id()).stream()
                        .filter(member -> member.status() == MemberStatus.CONFIRMED)
                        .map(member -> Map.of(
                                "partner", partners.partner(member.organization()), "declared", member.declared()))
                        .toList());
        whole.put("track", application.draft().track());
        whole.put("text", application.text());
        whole.put("answers", answers);
        whole.put("declared", application.draft().declared());
        whole.put("files", papers);
        whole.put("findings", findings);
        whole.put("checks", checks.atHandIn(application.id()));
        whole.put("partner", partner);
        return JsonText.MAPPER.writeValueAsString(whole);
    }
}
