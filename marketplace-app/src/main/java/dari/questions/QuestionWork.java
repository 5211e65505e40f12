package dari.questions;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Questions that wait for an answer, on the desks of those who answer. */
@Component
class QuestionWork implements WaitingSource, RailSource {

    private final Questions questions;
    private final Clock clock;
    private final ZoneId seoul;

    QuestionWork(Questions questions, Clock clock, ZoneId seoul) {
        this.questions = questions;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        Locale locale = LocaleContextHolder.getLocale();
        boolean hospital = actor.face() == Face.HOSPITAL;
        return questions.waiting(actor, MOST).stream()
                .map(question -> new WaitingItem(
                        "chat",
                        "questions.waiting." + question.kind(),
                        List.of(question.project().number(), question.project().title(locale)),
                        "projects.waiting.text",
                        new WaitClock(
                                question.project().hospital().name(locale),
                                LocalDate.ofInstant(question.askedAt(), seoul),
                                question.answerBy(),
                                today,
                                hospital),
                        (hospital ? "/hospital/questions/" : "/program/questions/") + question.id(),
                        "projects.waiting.open"))
                .toList();
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(
                RailEntry.of(
                        Face.HOSPITAL,
                        76,
                        "/hospital/questions",
                        "chat",
                        "rail.questions",
                        Role.HOSPITAL_OFFICE,
                        Role.HOSPITAL_STEWARD,
                        Role.HOSPITAL_PRIVACY),
                RailEntry.of(
                        Face.PROGRAM, 76, "/program/questions", "chat", "rail.questions", Role.PROGRAM_ADMINISTRATOR));
    }
}
