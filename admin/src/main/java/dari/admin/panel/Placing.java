package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationView;
import dari.admin.CallRules;
import dari.admin.DecisionOutcome;
import dari.admin.ProgramSurroundings;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries a place out: the application's outcome, the term to accept it, the history, and who is told. */
@Component
class Placing {

    private final ApplicationOutcomes outcomes;
    private final ProgramSurroundings surroundings;

    Placing(ApplicationOutcomes outcomes, ProgramSurroundings surroundings) {
        this.outcomes = outcomes;
        this.surroundings = surroundings;
    }

    /** Last day to accept an approval given today; null in a call where nobody waits for another's place. */
    @Nullable
    LocalDate term(UUID call) {
        CallRules.Reserve reserve = outcomes.rules(call).reserve();
        return reserve.places() > 0 && reserve.daysToAccept() > 0
                ? outcomes.today().plusDays(reserve.daysToAccept())
                : null;
    }

    /** What a published place says to its application. */
    void announce(RankedPlace place, String statement) {
        DecisionOutcome outcome = decide(place, statement);
        surroundings.record(
                "application."
                        + (outcome.isApproval() ? "approved" : outcome.name().toLowerCase(Locale.ROOT)),
                "application",
                place.application(),
                Map.of(
                        "outcome", outcome.name(),
                        "place", Integer.toString(place.placeNo()),
                        "points", place.points().toPlainString()),
                statement);
    }

    /** Gives the application the outcome its place stands for. */
    DecisionOutcome decide(RankedPlace place, String statement) {
        DecisionOutcome outcome = switch (place.state()) {
            case OFFERED, ACCEPTED, HELD ->
                place.conditions().isEmpty() ? DecisionOutcome.APPROVED : DecisionOutcome.APPROVED_WITH_CONDITIONS;
            case RESERVE -> DecisionOutcome.WAITLISTED;
            case BELOW, LAPSED, DECLINED -> DecisionOutcome.REJECTED;
        };
        List<String> conditions = place.conditions();
        boolean pending = place.state() == PlaceState.OFFERED;
        outcomes.decide(
                place.application(),
                outcome,
                statement,
                outcome == DecisionOutcome.APPROVED_WITH_CONDITIONS ? String.join("\n", conditions) : null,
                place.decidedBy(),
                pending);
        LocalDate until = place.acceptBy();
        if (pending && until != null) {
            ApplicationView view = outcomes.row(place.application()).application();
            surroundings.tellOrganization(
                    view.startup(),
                    "panel.notice.accept",
                    "/startup/applications/" + view.id() + "/decision",
                    surroundings.inNotices(view.offerTitle()),
                    until.toString());
        }
        return outcome;
    }
}
