package dari.matching;

import java.util.List;
import java.util.Optional;

/**
 * One hard need beside one offer.
 *
 * @param code which need, e.g. {@code persons}; people read it by {@link #getMessageKey()}
 * @param state whether the offer meets it
 * @param weight how far it is met, from 0 to 1; 0 when unknown
 * @param arguments numbers, years, days and vocabulary codes for the message: what is needed, what is there, and, where
 *     the gap can be counted, what is missing
 */
public record Requirement(String code, State state, double weight, List<String> arguments) {

    /** Unknown means that the offer does not say: a question, not a no. */
    public enum State {
        MET,
        UNMET,
        UNKNOWN
    }

    public Requirement {
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("a weight lies in [0, 1], was " + weight);
        }
        arguments = List.copyOf(arguments);
    }

    /**
     * How far it counts as met, from 0 to 1. What the offer does not say counts as its words do, since they are all that is
     * known: silence neither wins against what is stated to fit nor loses against what is stated not to.
     *
     * @param relevance how well the words fit, from 0 to 1
     */
    double counting(double relevance) {
        return state == State.UNKNOWN ? relevance : weight;
    }

    /** Ends in BROADER when something is stated that is wider than what is needed, else in the state. */
    public String getMessageKey() {
        boolean broader =
                state == State.UNKNOWN && !arguments.get(arguments.size() - 1).isEmpty();
        return "matching.requirement." + code + "." + (broader ? "BROADER" : state.name());
    }

    /** The sentence that asks the hospital, with the same arguments; empty unless unknown. */
    public Optional<String> getQuestionKey() {
        return state == State.UNKNOWN ? Optional.of("matching.question." + code) : Optional.empty();
    }
}
