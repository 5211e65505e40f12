package dari.questions;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.kernel.Actor;
import dari.kernel.Anyone;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.notifications.Mail;
import dari.notifications.Notice;
import dari.notifications.Postbox;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.register.PublicRegister;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what citizens ask and object, and publishes it with the answer of a person who looked at both. */
@Service
@Transactional
public class Questions {

    private final QuestionRepository questions;
    private final PublicRegister register;
    private final Projects projects;
    private final Organizations organizations;
    private final Postbox postbox;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;
    private final int daysToAnswer;
    private final String base;

    Questions(
            QuestionRepository questions,
            PublicRegister register,
            Projects projects,
            Organizations organizations,
            Postbox postbox,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul,
            @Value("${dari.questions.days-to-answer}") int daysToAnswer,
            @Value("${dari.base-url}") String base) {
        this.questions = questions;
        this.register = register;
        this.projects = projects;
        this.organizations = organizations;
        this.postbox = postbox;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
        this.daysToAnswer = daysToAnswer;
        this.base = base;
    }

    static boolean answers(Actor actor) {
        return actor.is(Role.HOSPITAL_OFFICE)
                || actor.is(Role.HOSPITAL_STEWARD)
                || actor.is(Role.HOSPITAL_PRIVACY)
                || actor.is(Role.PROGRAM_ADMINISTRATOR);
    }

    /**
     * Somebody asks about a project that the register shows.
     *
     * @throws NotFoundException when the register shows no such project
     */
    @Anyone
    public void ask(UUID entry, NewQuestion asked) {
        ProjectView project = register.entry(entry).sandbox().project();
        ContentCheck.message(asked.text());
        Instant now = clock.instant();
        LocalDate answerBy = LocalDate.ofInstant(now, seoul).plusDays(daysToAnswer);
        UUID id = ids.next();
        questions.save(new PublicQuestion(id, project, asked, answerBy, now));
        history.record(HistoryEntry.of("question.asked", "question", id)
                .with("project", entry)
                .with("kind", asked.kind())
                .because(asked.text()));
        organizations.tell(
                project.hospital().id(),
                Set.of(Role.HOSPITAL_OFFICE, Role.HOSPITAL_PRIVACY),
                Notice.of("questions.notice.asked", "/hospital/questions/" + id, project.number()));
        organizations.tell(
                Face.PROGRAM,
                Role.PROGRAM_ADMINISTRATOR,
                Notice.of("questions.notice.asked", "/program/questions/" + id, project.number()));
    }

    /** Published with its answer; who left an e-mail address gets it, and the address is forgotten. */
    @AnswersQuestions
    public void answer(UUID id, String answer) {
        PublicQuestion question = mine(id);
        ContentCheck.message(answer);
        String to = question.answer(answer, currentActor.get().organization(), clock.instant());
        history.record(HistoryEntry.of("question.answered", "question", id)
                .with("project", question.project().value())
                .because(answer));
        if (to != null) {
            postbox.post(Mail.of(
                    to,
                    question.language(),
                    "questions.mail",
                    base + "/register/" + question.project().value() + "/questions",
                    projects.facts(question.project()).number()));
        }
    }

    /** Not published, for this reason. */
    @AnswersQuestions
    public void decline(UUID id, String why) {
        PublicQuestion question = mine(id);
        ContentCheck.message(why);
        question.decline(why, currentActor.get().organization(), clock.instant());
        history.record(HistoryEntry.of("question.declined", "question", id)
                .with("project", question.project().value())
                .because(why));
    }

    /** A question to the actor's hospital, or any for those who run the program. */
    @AnswersQuestions
    @Transactional(readOnly = true)
    public QuestionView show(UUID id) {
        return views(List.of(mine(id))).get(0);
    }

    @AnswersQuestions
    @Transactional(readOnly = true)
    public Page<QuestionView> mine(int page, int size) {
        Actor actor = currentActor.get();
        Pageable asked = PageRequest.of(page, size);
        Page<PublicQuestion> found = actor.is(Role.PROGRAM_ADMINISTRATOR)
                ? questions.findAllByOrderByIdDesc(asked)
                : questions.findByHospitalOrderByIdDesc(actor.organization(), asked);
        return new PageImpl<>(views(found.getContent()), asked, found.getTotalElements());
    }

    /** Those that wait for an answer, the oldest first. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<QuestionView> waiting(Actor actor, int most) {
        if (!answers(actor)) {
            return List.of();
        }
        return views((actor.is(Role.PROGRAM_ADMINISTRATOR)
                        ? questions.findByStateOrderById(QuestionState.WAITING)
                        : questions.findByHospitalAndStateOrderById(actor.organization(), QuestionState.WAITING))
                .stream().limit(most).toList());
    }

    /** What was answered about one project, the newest first. */
    @Anyone
    @Transactional(readOnly = true)
    public List<QuestionView> answered(ProjectId project) {
        return views(questions.findByProjectAndStateOrderByIdDesc(project, QuestionState.ANSWERED));
    }

    /** How many of one project wait for an answer. */
    @Anyone
    @Transactional(readOnly = true)
    public long unanswered(ProjectId project) {
        return questions.countByProjectAndState(project, QuestionState.WAITING);
    }

    /** What was answered, the newest first, whose words hold all of these. */
    @Anyone
    @Transactional(readOnly = true)
    public List<QuestionView> find(String words) {
        List<String> wanted = Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return views(questions.findByStateOrderByIdDesc(QuestionState.ANSWERED)).stream()
                .filter(question -> {
                    String text = text(question);
                    return wanted.stream().allMatch(text::contains);
                })
                .toList();
    }

    private PublicQuestion mine(UUID id) {
        Actor actor = currentActor.get();
        return questions
                .findById(id)
                .filter(found -> actor.belongsTo(found.hospital()) || actor.is(Role.PROGRAM_ADMINISTRATOR))
                .orElseThrow(() -> new NotFoundException("question"));
    }

    private List<QuestionView> views(List<PublicQuestion> several) {
        Map<ProjectId, ProjectView> of =
                projects.facts(several.stream().map(PublicQuestion::project).collect(Collectors.toSet()));
        Map<OrganizationId, OrganizationFacts> answerers = organizations.facts(several.stream()
                .flatMap(question -> Stream.ofNullable(question.answeredBy()))
                .collect(Collectors.toSet()));
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        return several.stream()
                .map(question -> {
                    OrganizationId by = question.answeredBy();
                    OrganizationFacts answerer = by == null ? null : answerers.get(by);
                    return question.view(
                            Objects.requireNonNull(of.get(question.project())),
                            answerer == null ? null : answerer.name(LocaleContextHolder.getLocale()),
                            today);
                })
                .toList();
    }

    private static String text(QuestionView question) {
        ProjectView project = question.project();
        return String.join(
                        "\n",
                        question.text(),
                        String.valueOf(question.answer()),
                        project.number(),
                        project.titleKo(),
                        project.titleEn(),
                        project.hospital().name(),
                        project.hospital().name(Locale.ENGLISH))
                .toLowerCase(Locale.ROOT);
    }
}
