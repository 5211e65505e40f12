package dari.programdesk;

import dari.admin.ApplicationStatus;
import dari.admin.DecisionDesk;
import dari.admin.Reviews;
import dari.admin.VerificationDesk;
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
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The desk's waiting work on the home page, and its places in the rails. */
@Component
class DeskWork implements WaitingSource, RailSource {

    /** Days within which the office means to check an organisation, and to decide. */
    static final int DAYS_TO_VERIFY = 5;

    private static final int DAYS_TO_DECIDE = 10;

    private final VerificationDesk verifications;
    private final DecisionDesk decisions;
    private final Reviews reviews;
    private final Organizations organizations;
    private final Paces paces;
    private final Clock clock;
    private final ZoneId seoul;

    DeskWork(
            VerificationDesk verifications,
            DecisionDesk decisions,
            Reviews reviews,
            Organizations organizations,
            Paces paces,
            Clock clock,
            ZoneId seoul) {
        this.verifications = verifications;
        this.decisions = decisions;
        this.reviews = reviews;
        this.organizations = organizations;
        this.paces = paces;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        List<WaitingItem> waiting = new ArrayList<>();
        if (actor.is(Role.PROGRAM_ADMINISTRATOR)) {
            String office = organizations.facts(actor.organization()).name(LocaleContextHolder.getLocale());
            Pace verification = paces.of(Step.VERIFICATION, actor.organization().value());
            verifications
                    .waiting(MOST)
                    .forEach(c -> waiting.add(new WaitingItem(
                            "shield",
                            "admin.waiting.verification",
                            List.of(c.name()),
                            "admin.waiting.verification.text",
                            new WaitClock(
                                    office, c.since(), c.since().plusDays(DAYS_TO_VERIFY), today, true, verification),
                            "/program/verifications/" + c.id(),
                            "admin.waiting.open")));
            Pace screening = paces.of(Step.SCREENING, actor.organization().value());
            Pace decision = paces.of(Step.DECISION, actor.organization().value());
            decisions.waiting(MOST).forEach(row -> {
                boolean fresh = row.application().status() == ApplicationStatus.SUBMITTED;
                LocalDate since = row.application().since();
                waiting.add(new WaitingItem(
                        "gavel",
                        fresh ? "admin.waiting.screen" : "admin.waiting.decide",
                        List.of(
                                row.application().startupName(),
                                row.application().hospitalName()),
                        "admin.waiting.application.text",
                        WaitClock.expecting(office, since, fresh ? screening : decision, DAYS_TO_DECIDE, today, true),
                        "/program/applications/" + row.application().id(),
                        "admin.waiting.open"));
            });
        }
        if (actor.is(Role.PROGRAM_REVIEWER)) {
            Pace usual = paces.of(Step.REVIEW, actor.user().value());
            reviews.waitingFor(actor.user().value(), MOST)
                    .forEach(review -> waiting.add(new WaitingItem(
                            "gavel",
                            "admin.waiting.review",
                            List.of(review.startupName(), review.hospitalName()),
                            review.blind() ? "reviewers.waiting.blind" : "admin.waiting.application.text",
                            new WaitClock(review.reviewerName(), review.since(), review.due(), today, true, usual),
                            "/reviews/" + review.id(),
                            "admin.waiting.open")));
        }
        return waiting;
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(
                RailEntry.of(
                        Face.PROGRAM,
                        10,
                        "/program/verifications",
                        "shield",
                        "rail.verifications",
                        Role.PROGRAM_ADMINISTRATOR),
                RailEntry.of(Face.PROGRAM, 20, "/program/calls", "doc", "rail.calls", Role.PROGRAM_ADMINISTRATOR),
                RailEntry.of(
                        Face.PROGRAM, 23, "/program/debarments", "table", "rail.checks", Role.PROGRAM_ADMINISTRATOR),
                RailEntry.of(Face.PROGRAM, 50, "/reviews", "gavel", "rail.reviews", Role.PROGRAM_REVIEWER),
                RailEntry.of(Face.STARTUP, 50, "/startup/applications", "doc", "rail.applications"),
                RailEntry.of(Face.STARTUP, 55, "/startup/figures", "ledger", "rail.firmFigures"));
    }
}
