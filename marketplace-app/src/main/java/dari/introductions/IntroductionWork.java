package dari.introductions;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.pace.Paces;
import dari.pace.Step;
import dari.workspace.Pace;
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
import java.util.Map;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Interests that wait for an answer, on both sides' desks. */
@Component
class IntroductionWork implements WaitingSource, RailSource {

    private final Introductions introductions;
    private final Paces paces;
    private final Clock clock;
    private final ZoneId seoul;

    IntroductionWork(Introductions introductions, Paces paces, Clock clock, ZoneId seoul) {
        this.introductions = introductions;
        this.paces = paces;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        if (actor.face() == Face.PROGRAM) {
            return List.of();
        }
        boolean mine = actor.is(Role.HOSPITAL_OFFICE);
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        Locale locale = LocaleContextHolder.getLocale();
        List<IntroductionView> open = introductions.unanswered(actor, MOST);
        Map<UUID, Pace> usual = paces.of(
                Step.INTEREST_ANSWER,
                open.stream().map(i -> i.hospital().id().value()).toList());
        return open.stream()
                .map(i -> new WaitingItem(
                        "chat",
                        mine ? "introductions.waiting.answer" : "introductions.waiting.answered",
                        List.of(
                                (mine ? i.startup() : i.hospital()).name(locale),
                                i.offerContent().title(locale)),
                        "introductions.waiting.text",
                        new WaitClock(
                                i.hospital().name(locale),
                                LocalDate.ofInstant(i.declaredAt(), seoul),
                                i.answerDue(),
                                today,
                                mine,
                                usual.get(i.hospital().id().value())),
                        "/introductions/" + i.id().value(),
                        mine ? "introductions.waiting.open" : "introductions.waiting.look"))
                .toList();
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(
                RailEntry.of(Face.STARTUP, 40, "/introductions", "chat", "rail.introductions"),
                RailEntry.of(Face.HOSPITAL, 40, "/introductions", "chat", "rail.introductions"));
    }
}
