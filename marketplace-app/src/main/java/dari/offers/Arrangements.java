package dari.offers;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the work goes at the hospital, beside what the data are.
 *
 * @param environmentKo the place of analysis in the hospital's words: tools, computing power, hours; or empty
 * @param costs what the price is made of; empty when the hospital names only the sum
 */
public record Arrangements(String environmentKo, String environmentEn, List<CostItem> costs) {

    public static final Arrangements NONE = new Arrangements("", "", List.of());

    /** Offers of before one of these was asked have none. */
    public Arrangements(
            @Nullable String environmentKo, @Nullable String environmentEn, @Nullable List<CostItem> costs) {
        this.environmentKo = environmentKo == null ? "" : environmentKo;
        this.environmentEn = environmentEn == null ? "" : environmentEn;
        this.costs = costs == null ? List.of() : List.copyOf(costs);
    }

    public String environment(Locale locale) {
        return locale.getLanguage().equals("en") && !environmentEn.isBlank() ? environmentEn : environmentKo;
    }
}
