package dari.matching;

import java.util.List;

/**
 * The smallest change of a need that turns an offer into a match; made by running the comparison again with the change.
 *
 * @param code which change; people read it by {@code matching.nearmiss.<code>}
 * @param arguments numbers and vocabulary codes for the message
 * @param changed the need with the change
 * @param score the score that the changed need reaches
 */
public record NearMiss(String code, List<String> arguments, Need changed, int score) {

    public NearMiss {
        arguments = List.copyOf(arguments);
    }

    public String getMessageKey() {
        return "matching.nearmiss." + code;
    }
}
