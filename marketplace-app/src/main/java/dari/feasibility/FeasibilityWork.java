package dari.feasibility;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.offers.OfferId;
import dari.offers.OfferSection;
import dari.offers.OfferView;
import dari.offers.Offers;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Questions that wait for the hospital's agent, and their places on pages. */
@Component
class FeasibilityWork implements WaitingSource, RailSource, OfferSection {

    /** An agent that runs answers within minutes; after this somebody should look at it. */
    private static final int DAYS_TO_COUNT = 2;

    private final Feasibility feasibility;
    private final Offers offers;
    private final Clock clock;
    private final ZoneId seoul;

    FeasibilityWork(Feasibility feasibility, Offers offers, Clock clock, ZoneId seoul) {
        this.feasibility = feasibility;
        this.offers = offers;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        if (actor.face() == Face.PROGRAM) {
            return List.of();
        }
        boolean hospital = actor.face() == Face.HOSPITAL;
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        return feasibility.waiting(actor, MOST).stream()
                .map(question -> {
                    LocalDate since = LocalDate.ofInstant(question.askedAt(), seoul);
                    return new WaitingItem(
                            "chart",
                            hospital ? "feasibility.waiting.count" : "feasibility.waiting.counted",
                            List.of(question.source()),
                            "feasibility.waiting.text",
                            new WaitClock(
                                    question.startup(),
                                    since,
                                    since.plusDays(DAYS_TO_COUNT),
                                    today,
                                    actor.is(Role.HOSPITAL_STEWARD)),
                            hospital
                                    ? "/hospital/feasibility"
                                    : "/startup/offers/" + question.offer().value() + "/feasibility",
                            "projects.waiting.open");
                })
                .toList();
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(
                Face.HOSPITAL,
                42,
                "/hospital/feasibility",
                "chart",
                "rail.feasibility",
                Role.HOSPITAL_STEWARD,
                Role.HOSPITAL_OFFICE,
                Role.HOSPITAL_PRIVACY));
    }

    @Override
    public Map<String, Object> of(OfferId offer) {
        return preview(offers.published(offer));
    }

    @Override
    public Map<String, Object> preview(OfferView offer) {
        return Map.of("countable", !offer.content().matchOnly());
    }
}
