package dari.admin;

import dari.admin.forms.Answers;
import dari.admin.forms.Question;
import dari.admin.forms.QuestionKind;
import dari.admin.forms.TextDifference;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks through what was handed in before anybody reviews it, and gives it back for changes. */
@Service
@Transactional
public class Screening {

    /** Days that an applicant has by default to hand in again. */
    private static final int DAYS_TO_CHANGE = 7;

    private final Applications applications;
    private final ApplicationSubmissionRepository submissions;
    private final ApplicationFileRepository files;
    private final Consortia consortia;
    private final Receipts receipts;
    private final EligibilityCheck eligibility;
    private final AwardChecks checks;
    private final Calls calls;
    private final ProgramDocuments documents;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    Screening(
            Applications applications,
            ApplicationSubmissionRepository submissions,
            ApplicationFileRepository files,
            Consortia consortia,
            Receipts receipts,
            EligibilityCheck eligibility,
            AwardChecks checks,
            Calls calls,
            ProgramDocuments documents,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.applications = applications;
        this.submissions = submissions;
        this.files = files;
        this.consortia = consortia;
        this.receipts = receipts;
        this.eligibility = eligibility;
        this.checks = checks;
        this.calls = calls;
        this.documents = documents;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public ScreeningView show(UUID id, Locale locale) {
        Application application = handedIn(id);
        ProgramCall call = calls.find(application.call());
        List<ApplicationSubmission> all = submissions.findByApplicationOrderByNumberDesc(id);
        Map<String, String> present = titles(id, application.submissions());
        Answers answers = all.stream()
                .findFirst()
                .map(ApplicationSubmission::answers)
                .filter(kept -> !kept.values().isEmpty())
                .orElseGet(() -> application.draft().answers());
        return new ScreeningView(
                applications.view(application),
                consortia.of(id),
                answers,
                call.form().shown(answers),
                present,
                eligibility.judge(application, call),
                checks.count(id),
                AskedMoney.of(
                        call.funding(),
                        call.ownSharePercent(),
                        answers,
                        application.draft().track(),
                        application.size()),
                receipts.of(id),
                all.size() < 2 ? List.of() : changes(application, call, all.get(1), all.get(0), present, locale),
                call.today(clock).plusDays(DAYS_TO_CHANGE));
    }

    /**
     * Gives an application back.
     *
     * @param reason what the applicant reads on top
     * @param questions what to change, by question
     * @param until last day to hand in again, even after the call's deadline
     */
    @ForAdministrators
    public void returnForChanges(UUID id, String reason, Map<String, String> questions, LocalDate until) {
        Application application = handedIn(id);
        applications.refuseTheBound(application);
        ProgramCall call = calls.find(application.call());
        if (until.isBefore(call.today(clock))) {
            throw new ProgramRuleBrokenException("forms.rule.until");
        }
        List<String> known = call.form().questions().stream().map(Question::id).toList();
        application.returnForChanges(
                reason,
                questions.entrySet().stream()
                        .filter(asked -> known.contains(asked.getKey())
                                && !asked.getValue().isBlank())
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, asked -> asked.getValue().strip())),
                until);
        surroundings.record("application.returned", "application", id, Map.of("until", until.toString()), reason);
        surroundings.tellOrganization(application.startup(), "admin.notice.returned", "/startup/applications/" + id);
    }

    /** A file of the last submission. */
    @ForAdministrators
    public ResponseEntity<byte[]> download(UUID id, String question) {
        Application application = handedIn(id);
        UUID file = files.findByApplicationOrderById(id).stream()
                .filter(kept -> kept.number() == application.submissions())
                .filter(kept -> kept.question().equals(question))
                .map(ApplicationFile::file)
                .findFirst()
                .orElseThrow(() -> new ProgramNotFoundException("file"));
        surroundings.record("application.fileRead", "application", id, Map.of("question", question), null);
        return documents.download(file);
    }

    /** Whether an application that was handed in keeps any of these files. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public boolean keepsAnyOf(Collection<UUID> wanted) {
        return !wanted.isEmpty() && files.existsByFileIn(wanted);
    }

    private List<ScreeningView.Change> changes(
            Application application,
            ProgramCall call,
            ApplicationSubmission before,
            ApplicationSubmission after,
            Map<String, String> present,
            Locale locale) {
        Map<String, String> former = titles(application.id(), before.number());
        return call.form().questions().stream()
                .map(question -> new ScreeningView.Change(
                        question,
                        application.returnReasons().get(question.id()),
                        TextDifference.between(
                                text(question, before.answers(), former, locale),
                                text(question, after.answers(), present, locale))))
                .filter(change -> change.asked() != null || !change.difference().isUnchanged())
                .toList();
    }

    private static String text(Question question, Answers answers, Map<String, String> files, Locale locale) {
        return question.kind() == QuestionKind.FILE
                ? files.getOrDefault(question.id(), "")
                : question.shown(answers, locale);
    }

    private Map<String, String> titles(UUID application, int number) {
        return files.findByApplicationOrderById(application).stream()
                .filter(file -> file.number() == number)
                .collect(Collectors.toMap(ApplicationFile::question, ApplicationFile::title));
    }

    private Application handedIn(UUID id) {
        Application application = applications.find(id);
        if (application.submissions() == 0) {
            throw new ProgramNotFoundException("application");
        }
        return application;
    }
}
