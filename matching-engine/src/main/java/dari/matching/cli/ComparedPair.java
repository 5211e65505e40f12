package dari.matching.cli;

import dari.matching.Adjustment;
import dari.matching.Goal;
import dari.matching.Match;
import dari.matching.NearMiss;
import dari.matching.Part;
import dari.matching.Requirement;
import dari.matching.Side;
import dari.matching.permission.Decision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A need beside an offer with all that explains the place of the one for the other, as it is written. */
record ComparedPair(
        Decision decision,
        boolean match,
        int score,
        int toStartup,
        int toHospital,
        Map<Part, Integer> contributions,
        List<DecideCommand.DecidedReason> reasons,
        List<DecideCommand.DecidedDuty> duties,
        List<Asked> requirements,
        List<Change> nearMisses) {

    static ComparedPair of(Match match) {
        Map<Part, Integer> contributions = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            contributions.put(part, match.fit().of(part));
        }
        return new ComparedPair(
                match.permission().decision(),
                match.isMatch(),
                match.fit().score(),
                match.fit().toStartup(),
                match.fit().toHospital(),
                contributions,
                match.permission().reasons().stream()
                        .map(DecideCommand.DecidedReason::of)
                        .toList(),
                match.permission().duties().stream()
                        .map(DecideCommand.DecidedDuty::of)
                        .toList(),
                match.requirements().stream().map(Asked::of).toList(),
                match.nearMisses().stream().map(Change::of).toList());
    }

    /**
     * A hard need and how it stands.
     *
     * @param question key of the sentence that asks the hospital, null unless unknown
     */
    record Asked(
            String code,
            Requirement.State state,
            List<String> arguments,
            String message,
            @Nullable String question) {

        static Asked of(Requirement requirement) {
            return new Asked(
                    requirement.code(),
                    requirement.state(),
                    requirement.arguments(),
                    requirement.getMessageKey(),
                    requirement.getQuestionKey().orElse(null));
        }
    }

    /**
     * What would make a match, or a clear permission of one.
     *
     * @param score the score that it reaches
     * @param opens partners of the list that it opens, this one included; null when the reader of the list cannot make it
     *     alone
     * @param closes partners of the list that it closes; null in the same cases
     */
    record Change(
            Goal goal,
            List<Adjusted> adjustments,
            int cost,
            int score,
            @Nullable Integer opens,
            @Nullable Integer closes) {

        static Change of(NearMiss change) {
            NearMiss.Opening opening = change.opening();
            return new Change(
                    change.goal(),
                    change.adjustments().stream().map(Adjusted::of).toList(),
                    change.cost(),
                    change.score(),
                    opening == null ? null : opening.opens(),
                    opening == null ? null : opening.closes());
        }
    }

    /** One thing that one side would do. */
    record Adjusted(Side side, String code, List<String> arguments, int cost, String message) {

        static Adjusted of(Adjustment adjustment) {
            return new Adjusted(
                    adjustment.side(),
                    adjustment.code(),
                    adjustment.arguments(),
                    adjustment.cost(),
                    adjustment.getMessageKey());
        }
    }
}
