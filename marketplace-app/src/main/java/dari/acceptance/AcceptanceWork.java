package dari.acceptance;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.projects.ProjectId;
import dari.projects.ProjectSection;
import dari.projects.ProjectStatus;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Releases to accept and objections to answer, on the desks of whoever holds them; the clock on the project's page. */
@Component
class AcceptanceWork implements WaitingSource, ProjectSection {

    private static final int DAYS_TO_ANSWER = 7;

    private final AcceptanceRepository acceptances;
    private final Acceptances rounds;
    private final MessageSource messages;
    private final Clock clock;
    private final ZoneId seoul;

    AcceptanceWork(
            AcceptanceRepository acceptances, Acceptances rounds, MessageSource messages, Clock clock, ZoneId seoul) {
        this.acceptances = acceptances;
        this.rounds = rounds;
        this.messages = messages;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        Limit most = Limit.of(MOST);
        Set<AcceptanceState> undecided = AcceptanceState.UNDECIDED;
        List<Acceptance> found = switch (actor.face()) {
            case STARTUP -> acceptances.findByStartupAndStateInOrderByDueOn(actor.organization(), undecided, most);
            case HOSPITAL -> acceptances.findByHospitalAndStateInOrderByDueOn(actor.organization(), undecided, most);
            case PROGRAM -> acceptances.findByStateInOrderByDueOn(programs(actor), most);
        };
        return found.stream()
                .map(rounds::view)
                .filter(view -> !isMoot(view))
                .map(view -> item(view, actor, LocaleContextHolder.getLocale()))
                .toList();
    }

    /** With its project ended what nobody had accepted or objected to; what is disputed is still decided. */
    private static boolean isMoot(AcceptanceView view) {
        return view.state() == AcceptanceState.OPEN && view.project().status() == ProjectStatus.ENDED;
    }

    private static Set<AcceptanceState> programs(Actor actor) {
        Set<AcceptanceState> mine = EnumSet.noneOf(AcceptanceState.class);
        if (actor.is(Role.PROGRAM_ADMINISTRATOR)) {
            mine.add(AcceptanceState.DISPUTED);
        }
        if (actor.is(Role.PROGRAM_FINANCE)) {
            mine.add(AcceptanceState.REFUND_DUE);
        }
        return mine;
    }

    private WaitingItem item(AcceptanceView view, Actor actor, Locale locale) {
        return new WaitingItem(
                "done",
                "acceptance.waiting." + view.state(),
                List.of(view.project().number(), view.project().title(locale)),
                "projects.waiting.text",
                clockOf(view, actor),
                "/acceptance/" + view.sandbox().value(),
                "projects.waiting.open");
    }

    /** Who holds it, since when, until when. */
    private WaitClock clockOf(AcceptanceView view, Actor actor) {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        LocalDate since = LocalDate.ofInstant(view.changedAt(), seoul);
        Locale locale = LocaleContextHolder.getLocale();
        return switch (view.state()) {
            case OPEN ->
                new WaitClock(
                        view.project().startup().name(locale),
                        view.openedOn(),
                        view.dueOn(),
                        today,
                        actor.face() == Face.STARTUP);
            case OBJECTED ->
                new WaitClock(
                        view.project().hospital().name(locale),
                        since,
                        since.plusDays(DAYS_TO_ANSWER),
                        today,
                        actor.is(Role.HOSPITAL_OFFICE));
            default ->
                new WaitClock(
                        messages.getMessage("acceptance.office", null, locale),
                        since,
                        since.plusDays(DAYS_TO_ANSWER),
                        today,
                        actor.face() == Face.PROGRAM);
        };
    }

    WaitClock clockOf(AcceptanceView view) {
        return clockOf(view, rounds.actor());
    }

    @Override
    public Map<String, Object> of(ProjectId project) {
        return acceptances
                .findFirstByProjectOrderByIdDesc(project)
                .map(rounds::view)
                .<Map<String, Object>>map(view -> view.state().isOver()
                        ? Map.of("acceptance", view)
                        : Map.of("acceptance", view, "acceptanceClock", clockOf(view)))
                .orElse(Map.of());
    }
}
