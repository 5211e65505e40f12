package dari.matching;

import java.util.List;

/**
 * One thing that one side would do differently.
 *
 * @param code which change; people read it by {@link #getMessageKey()}
 * @param arguments numbers, years, days, countries and vocabulary codes for the message
 * @param mends what it is meant to mend: the code of a requirement, or {@link #PERMISSION}
 * @param cost ordinal steps of effort for that side, 1 the least; costs of several changes add up
 */
public record Adjustment(Side side, String code, List<String> arguments, String mends, int cost) {

    public static final String PERMISSION = "permission";

    public Adjustment {
        arguments = List.copyOf(arguments);
    }

    public String getMessageKey() {
        return "matching.nearmiss." + code;
    }
}
