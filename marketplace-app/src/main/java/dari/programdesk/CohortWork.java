package dari.programdesk;

import dari.admin.cohorts.ListView;
import dari.admin.cohorts.PreferenceLists;
import dari.admin.cohorts.Side;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Lists that a startup or a hospital still has to send, and the places of cohorts and figures in the rails. */
@Component
class CohortWork implements WaitingSource, RailSource {

    private final PreferenceLists lists;
    private final Organizations organizations;
    private final Clock clock;
    private final ZoneId seoul;

    CohortWork(PreferenceLists lists, Organizations organizations, Clock clock, ZoneId seoul) {
        this.lists = lists;
        this.organizations = organizations;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        if (actor.face() == Face.PROGRAM || (actor.face() == Face.HOSPITAL && !actor.is(Role.HOSPITAL_OFFICE))) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        String who = organizations.facts(actor.organization()).name(LocaleContextHolder.getLocale());
        return lists.waitingFor(actor.organization().value()).stream()
                .map(list -> new WaitingItem(
                        "people",
                        "cohorts.waiting.list",
                        List.of(
                                list.title(LocaleContextHolder.getLocale()),
                                list.name().of(LocaleContextHolder.getLocale())),
                        "cohorts.waiting.text",
                        new WaitClock(who, LocalDate.ofInstant(list.askedAt(), seoul), list.due(), today, true),
                        url(list),
                        "cohorts.waiting.open"))
                .toList();
    }

    private static String url(ListView list) {
        return list.side() == Side.STARTUP
                ? "/startup/cohorts/" + list.cohort()
                : "/hospital/cohorts/" + list.cohort() + "/departments/" + list.id();
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(
                RailEntry.of(Face.PROGRAM, 26, "/program/cohorts", "ring", "rail.cohorts", Role.PROGRAM_ADMINISTRATOR),
                RailEntry.of(Face.PROGRAM, 66, "/program/figures", "chart", "rail.figures", Role.PROGRAM_ADMINISTRATOR),
                RailEntry.of(Face.STARTUP, 57, "/startup/cohorts", "ring", "rail.myCohorts"),
                RailEntry.of(Face.HOSPITAL, 57, "/hospital/cohorts", "ring", "rail.myCohorts", Role.HOSPITAL_OFFICE));
    }
}
