package dari.programdesk;

import dari.admin.Consortia;
import dari.admin.milestones.MilestoneView;
import dari.admin.milestones.Milestones;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Joint applications to answer, and the steps after an approval, on the home pages of all sides. */
@Component
class ApplicantWork implements WaitingSource, RailSource {

    private static final int DAYS_TO_ANSWER = 7;

    private final Consortia consortia;
    private final Milestones milestones;
    private final Organizations organizations;
    private final Clock clock;
    private final ZoneId seoul;

    ApplicantWork(Consortia consortia, Milestones milestones, Organizations organizations, Clock clock, ZoneId seoul) {
        this.consortia = consortia;
        this.milestones = milestones;
        this.organizations = organizations;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        UUID organization = actor.organization().value();
        String name = organizations.facts(actor.organization()).name(LocaleContextHolder.getLocale());
        List<WaitingItem> waiting = new ArrayList<>();
        if (actor.is(Role.STARTUP_OWNER) || actor.is(Role.HOSPITAL_OFFICE)) {
            consortia
                    .waitingFor(organization)
                    .forEach(asked -> waiting.add(new WaitingItem(
                            "people",
                            "forms.waiting.member",
                            List.of(asked.application().startupName()),
                            "forms.waiting.member.text",
                            new WaitClock(
                                    name,
                                    asked.member().since(),
                                    asked.member().since().plusDays(DAYS_TO_ANSWER),
                                    today(),
                                    true),
                            "/consortia/" + asked.application().id(),
                            "admin.waiting.open")));
            milestones
                    .waitingFor(organization, MOST)
                    .forEach(step -> waiting.add(
                            item(step, "milestones.waiting.bring", name, "/milestones/" + step.application())));
        }
        if (actor.is(Role.PROGRAM_ADMINISTRATOR)) {
            milestones
                    .waitingForOffice(MOST)
                    .forEach(step -> waiting.add(item(
                            step,
                            "milestones.waiting.look",
                            name,
                            "/program/applications/" + step.application() + "/milestones")));
        }
        return waiting;
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(
                RailEntry.of(Face.STARTUP, 55, "/consortia", "people", "forms.rail.consortia", Role.STARTUP_OWNER),
                RailEntry.of(Face.HOSPITAL, 55, "/consortia", "people", "forms.rail.consortia", Role.HOSPITAL_OFFICE));
    }

    private WaitingItem item(MilestoneView step, String titleKey, String holder, String url) {
        return new WaitingItem(
                "calendar",
                titleKey,
                List.of(step.title().in(LocaleContextHolder.getLocale()), step.holderName()),
                "milestones.waiting.text",
                new WaitClock(holder, step.since(), step.due(), step.today(), true),
                url,
                "admin.waiting.open");
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(seoul));
    }
}
