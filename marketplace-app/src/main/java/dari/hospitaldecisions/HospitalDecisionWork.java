package dari.hospitaldecisions;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.organizations.Organizations;
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
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a hospital has to say to applications, on its office's desk. */
@Component
class HospitalDecisionWork implements WaitingSource, RailSource {

    /** Days within which a hospital is meant to answer. */
    private static final int DAYS_TO_DECIDE = 7;

    private final HospitalDecisions decisions;
    private final Organizations organizations;
    private final Paces paces;
    private final Clock clock;
    private final ZoneId seoul;

    HospitalDecisionWork(
            HospitalDecisions decisions, Organizations organizations, Paces paces, Clock clock, ZoneId seoul) {
        this.decisions = decisions;
        this.organizations = organizations;
        this.paces = paces;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        if (!actor.is(Role.HOSPITAL_OFFICE)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        String who = organizations.facts(actor.organization()).name(LocaleContextHolder.getLocale());
        Pace usual = paces.of(Step.HOSPITAL_DECISION, actor.organization().value());
        return decisions.waitingFor(actor.organization(), MOST).stream()
                .map(line -> new WaitingItem(
                        "gavel",
                        "hospitaldecisions.waiting",
                        List.of(line.startupName(), line.dataset()),
                        "hospitaldecisions.waiting.text",
                        new WaitClock(who, line.since(), line.since().plusDays(DAYS_TO_DECIDE), today, true, usual),
                        "/hospital/decisions/" + line.id(),
                        "admin.waiting.open"))
                .toList();
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(
                Face.HOSPITAL, 50, "/hospital/decisions", "permit", "rail.hospitaldecisions", Role.HOSPITAL_OFFICE));
    }
}
