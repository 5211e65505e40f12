package dari.discovery;

import dari.matching.Goal;
import dari.matching.Match;
import dari.matching.NearMiss;
import dari.matching.Part;
import dari.matching.Requirement;
import dari.matching.Side;
import dari.matching.permission.Decision;
import dari.offers.OfferView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A match as its card shows it: the verdict, the two-way gauge, the parts, the reasons. */
public record MatchCard(OfferView offer, Match match) {

    /** One coloured stretch of the bar of parts, in percent of its width. */
    public record Stretch(int colour, double from, double width, String titleKey, int points) {}

    /**
     * A way out, as its box says it.
     *
     * @param titleKey who would have to change how much, and what for
     * @param own whether the reader can try it
     */
    public record WayOut(NearMiss change, String titleKey, boolean own) {}

    /** What would make it fit; empty when it does. */
    public List<WayOut> getWaysOut() {
        return ways(Goal.MATCH);
    }

    /** What would let the terms say yes, so that no person has to decide. */
    public List<WayOut> getSettlements() {
        return ways(Goal.PERMIT);
    }

    private List<WayOut> ways(Goal goal) {
        return match.nearMisses().stream()
                .filter(change -> change.goal() == goal)
                .map(change -> {
                    String mover = change.onlyMover().map(Side::name).orElse("BOTH");
                    String key = String.join(
                            ".",
                            "discovery.nearmiss",
                            goal.name(),
                            mover,
                            Integer.toString(change.adjustments().size()));
                    return new WayOut(change, key, change.onlyMover().equals(Optional.of(Side.STARTUP)));
                })
                .toList();
    }

    public String getVerdict() {
        return verdictOf(match).toUpperCase(Locale.ROOT);
    }

    /** permit, ask or deny */
    static String verdictOf(Match match) {
        Decision decision = match.permission().decision();
        return (decision == Decision.ABSTAIN ? Decision.ASK : decision).name().toLowerCase(Locale.ROOT);
    }

    public List<Stretch> getStretches() {
        List<Stretch> stretches = new ArrayList<>();
        double from = 0;
        for (Part part : Part.values()) {
            int points = match.fit().of(part);
            if (points > 0) {
                stretches.add(new Stretch(
                        stretches.size() + 1, from, Math.max(0, points - 0.4), part.getMessageKey(), points));
            }
            from += points;
        }
        return stretches;
    }

    /** Unmet first, then questions, then what is met. */
    public List<Requirement> getRequirements() {
        return match.requirements().stream()
                .sorted(Comparator.comparingInt(requirement -> switch (requirement.state()) {
                    case UNMET -> 0;
                    case UNKNOWN -> 1;
                    case MET -> 2;
                }))
                .toList();
    }

    /** Those in one state, for a page that shows each state by itself. */
    public List<Requirement> requirementsIn(String state) {
        return match.requirements().stream()
                .filter(requirement -> requirement.state().name().equals(state))
                .toList();
    }

    /** Top of the left pier of the gauge, in the drawing's 104 by 52 units. */
    public double getLeftTop() {
        return top(match.fit().toStartup());
    }

    public double getRightTop() {
        return top(match.fit().toHospital());
    }

    public String getDeck() {
        double left = getLeftTop() - 1;
        double right = getRightTop() - 1;
        return String.format(Locale.ROOT, "M3 %.1f Q52 %.1f 101 %.1f", left, (left + right) / 2 - 8, right);
    }

    public String getArch() {
        double height = (getLeftTop() + getRightTop()) / 2 + 8;
        return String.format(Locale.ROOT, "M20 48 C20 %1$.1f 84 %1$.1f 84 48", height);
    }

    private static double top(int percent) {
        return Math.round((48 - (8 + 0.34 * percent)) * 10) / 10.0;
    }
}
