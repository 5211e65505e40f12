package dari.programdesk;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dari.admin.panel.Appeals;
import dari.admin.panel.OfferedPlace;
import dari.admin.panel.PanelVotes;
import dari.admin.panel.Panels;
import dari.admin.panel.Places;
import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.organizations.Organizations;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Votes and appeals on the desks of those who are asked, offered places on the desks of their owners. */
@Component
class PanelWork implements WaitingSource, RailSource {

    /** Days within which an appeal is meant to be answered. */
    private static final int DAYS_TO_ANSWER = 14;

    private final Panels panels;
    private final PanelVotes votes;
    private final Appeals appeals;
    private final Places places;
    private final Organizations organizations;
    private final Clock clock;
    private final ZoneId seoul;

    PanelWork(
            Panels panels,
            PanelVotes votes,
            Appeals appeals,
            Places places,
            Organizations organizations,
            Clock clock,
            ZoneId seoul) {
        this.panels = panels;
        this.votes = votes;
        this.appeals = appeals;
        this.places = places;
        this.organizations = organizations;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        List<WaitingItem> waiting = new ArrayList<>();
        String who = organizations.facts(actor.organization()).name(LocaleContextHolder.getLocale());
        if (actor.is(Role.PROGRAM_REVIEWER) || actor.is(Role.HOSPITAL_BOARD)) {
            votes.waitingFor(actor.user().value(), MOST)
                    .forEach(ballot -> waiting.add(new WaitingItem(
                            "gavel",
                            "panel.waiting.vote",
                            List.of(
                                    ballot.row() == null
                                            ? ballot.call().title(LocaleContextHolder.getLocale())
                                            : ballot.row().application().startupName()),
                            "panel.waiting.vote.text",
                            new WaitClock(who, ballot.since(), ballot.due(), today, true),
                            "/panel/ballots/" + ballot.id(),
                            "admin.waiting.open")));
            appeals.waitingFor(actor.user().value())
                    .forEach(appeal -> waiting.add(new WaitingItem(
                            "gavel",
                            "panel.waiting.appeal",
                            List.of(appeal.application().startupName()),
                            "panel.waiting.appeal.text",
                            new WaitClock(who, appeal.since(), appeal.since().plusDays(DAYS_TO_ANSWER), today, true),
                            "/panel/appeals/" + appeal.id(),
                            "admin.waiting.open")));
        }
        if (actor.is(Role.PROGRAM_ADMINISTRATOR)) {
            panels.waiting(MOST)
                    .forEach(ballot -> waiting.add(new WaitingItem(
                            "gavel",
                            "panel.waiting.conduct",
                            List.of(
                                    ballot.row() == null
                                            ? ballot.call().title(LocaleContextHolder.getLocale())
                                            : ballot.row().application().startupName()),
                            "panel.waiting.vote.text",
                            new WaitClock(who, ballot.since(), ballot.due(), today, true),
                            ballot.row() == null
                                    ? "/program/calls/" + ballot.call().id() + "/ranking"
                                    : "/program/applications/"
                                            + ballot.row().application().id() + "/panel",
                            "admin.waiting.open")));
        }
        if (actor.is(Role.STARTUP_OWNER)) {
            places.offeredTo(actor.organization().value(), MOST)
                    .forEach(offered -> waiting.add(new WaitingItem(
                            "hand",
                            "panel.waiting.accept",
                            List.of(offered.application().offerTitle().in(LocaleContextHolder.getLocale())),
                            "panel.waiting.accept.text",
                            new WaitClock(who, since(offered), offered.until(), today, true),
                            "/startup/applications/" + offered.application().id() + "/decision",
                            "admin.waiting.open")));
        }
        return waiting;
    }

    private static LocalDate since(OfferedPlace offered) {
        LocalDate decided = offered.decidedOn();
        return decided == null ? offered.application().since() : decided;
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(
                RailEntry.of(Face.PROGRAM, 55, "/panel", "people", "rail.panel", Role.PROGRAM_REVIEWER),
                RailEntry.of(Face.HOSPITAL, 52, "/panel", "people", "rail.panel", Role.HOSPITAL_BOARD));
    }

    @Configuration(proxyBeanMethods = false)
    static class MovingUp {

        @Bean
        RecurringTask<Void> moveReservesUp(Places places) {
            return Tasks.recurring("move-reserves-up", FixedDelay.of(Duration.ofHours(1)))
                    .execute((instance, context) -> places.moveUp());
        }
    }
}
