package dari.sandboxes;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A recipe's text before it is set. */
final class RecipeDraft {

    /** The key in either of YAML's two styles, outside a comment. */
    private static final Pattern EPSILON = Pattern.compile("(?m)(^[^#\\n]*?\\bepsilon:\\s*)[0-9.eE+-]+");

    private static final BigDecimal LEAST = new BigDecimal("0.000001");
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private static final String NEW = """
            recipe: 1
            goal: synthesize
            tables: {TABLE: {domain: TABLE-domain.json, others: drop}}
            dp: {mechanism: adaptive, epsilon: %s, delta: 1e-9, unit: row}
            budget: {dataset: DATASET, population: all}
            assessment: {holdout: 0.1}
            """;

    private RecipeDraft() {}

    /** What a recipe may ask for at all: anything else was not chosen on the page. */
    private static boolean isChoice(BigDecimal epsilon) {
        return epsilon.compareTo(LEAST) >= 0 && epsilon.compareTo(MOST) <= 0;
    }

    /** The text with this ε; one that names none gives way to the beginning of a recipe that does. */
    static String with(BigDecimal epsilon, String text) {
        if (!isChoice(epsilon)) {
            return text;
        }
        String number = epsilon.stripTrailingZeros().toPlainString();
        Matcher place = EPSILON.matcher(text);
        return place.find() ? place.replaceFirst("$1" + number) : NEW.formatted(number);
    }
}
