package dari.programdesk;

import dari.admin.VerificationDesk;
import dari.admin.VerificationView;
import dari.admin.verification.OrganizationChanges;
import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import dari.pace.Paces;
import dari.pace.Step;
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

/** Verifications and changes of what is on record, on the home pages of those who wait for them. */
@Component
class RecordWork implements WaitingSource {

    private static final String OWN_PAGE = "/account/verification";

    private final VerificationDesk verifications;
    private final OrganizationChanges changes;
    private final Organizations organizations;
    private final Paces paces;
    private final Clock clock;
    private final ZoneId seoul;

    RecordWork(
            VerificationDesk verifications,
            OrganizationChanges changes,
            Organizations organizations,
            Paces paces,
            Clock clock,
            ZoneId seoul) {
        this.verifications = verifications;
        this.changes = changes;
        this.organizations = organizations;
        this.paces = paces;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        List<WaitingItem> waiting = new ArrayList<>();
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        if (actor.is(Role.PROGRAM_ADMINISTRATOR)) {
            String office = name(organizations.facts(actor.organization()));
            changes.waiting(MOST)
                    .forEach(change -> waiting.add(new WaitingItem(
                            "shield",
                            "records.waiting.desk",
                            List.of(change.name()),
                            "records.waiting.desk.text",
                            new WaitClock(
                                    office,
                                    change.since(),
                                    change.since().plusDays(DeskWork.DAYS_TO_VERIFY),
                                    today,
                                    true),
                            "/program/changes/" + change.id(),
                            "admin.waiting.open")));
        } else if (actor.is(Role.STARTUP_OWNER) || actor.is(Role.HOSPITAL_OFFICE)) {
            UUID organization = actor.organization().value();
            OrganizationFacts own = organizations.facts(actor.organization());
            if (!own.isVerified()) {
                verifications.of(organization).ifPresent(verification -> add(waiting, verification, own, today));
            }
            changes.open(organization)
                    .ifPresent(
                            change -> waiting.add(item("records.waiting.change", atTheOffice(change.since(), today))));
        }
        return waiting;
    }

    private void add(List<WaitingItem> waiting, VerificationView verification, OrganizationFacts own, LocalDate today) {
        if (verification.status().equals("OPEN")) {
            waiting.add(item("records.waiting.verification", atTheOffice(verification.since(), today)));
        } else if (verification.status().equals("RETURNED")) {
            waiting.add(item(
                    "records.waiting.returned", new WaitClock(name(own), verification.since(), null, today, true)));
        }
    }

    /** At the office; until a new marketplace has one, an organisation waits for nobody by name. */
    private WaitClock atTheOffice(LocalDate since, LocalDate today) {
        LocalDate due = since.plusDays(DeskWork.DAYS_TO_VERIFY);
        return organizations.all(Face.PROGRAM).stream()
                .findFirst()
                .map(office -> new WaitClock(
                        name(office),
                        since,
                        due,
                        today,
                        false,
                        paces.of(Step.VERIFICATION, office.id().value())))
                .orElseGet(() -> new WaitClock("–", since, due, today, false));
    }

    private static WaitingItem item(String key, WaitClock clock) {
        return new WaitingItem("shield", key, List.of(), key + ".text", clock, OWN_PAGE, "admin.waiting.open");
    }

    private static String name(OrganizationFacts organization) {
        return organization.name(LocaleContextHolder.getLocale());
    }
}
