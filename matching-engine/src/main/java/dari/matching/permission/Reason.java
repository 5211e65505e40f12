package dari.matching.permission;

import org.jspecify.annotations.Nullable;

/**
 * Why a rule decided as it did.
 *
 * @param rule identity of the rule, e.g. {@code DS-OUTSIDE}; people read it by the messages {@code matching.rule.<rule>}
 *     and, for what would change it, {@code matching.change.<rule>}
 * @param effect what this rule alone decides
 * @param term the field that mattered
 * @param dataset the dataset's value, null when unset; free text is never repeated
 * @param purpose the purpose's value, null when unset
 */
public record Reason(
        String rule,
        Decision effect,
        Term term,
        @Nullable String dataset,
        @Nullable String purpose) {

    public String getMessageKey() {
        return "matching.rule." + rule;
    }

    public String getChangeKey() {
        return "matching.change." + rule;
    }
}
