package dari.admin.eligibility;

import java.util.List;
import java.util.Locale;

/**
 * What one rule says of one applicant.
 *
 * @param rule code of the rule; message {@code forms.rule.<rule>} names it
 * @param messageKey sentence that says why, with these arguments
 * @param bonus code of the bonus that it earns; empty for none
 */
public record Finding(String rule, State state, String messageKey, List<String> arguments, String bonus) {

    /** Unknown is what nobody declared yet: it is a question, not a refusal. A bonus that is not earned is no fault. */
    public enum State {
        MET,
        UNMET,
        UNKNOWN,
        EARNED,
        NOT_EARNED;

        public boolean stops() {
            return this == UNMET || this == UNKNOWN;
        }
    }

    static Finding of(EligibilityRule rule, State state, List<String> arguments) {
        return new Finding(
                rule.code(),
                state,
                "forms.rule." + rule.code() + "." + state.name().toLowerCase(Locale.ROOT),
                arguments,
                "");
    }

    static Finding of(EligibilityRule rule, State state, String... arguments) {
        return of(rule, state, List.of(arguments));
    }
}
