package dari.offers;

import java.util.Locale;

/**
 * One line of what an offer's price is made of.
 *
 * @param nameEn empty when only the Korean name is known
 * @param priceWon price of one unit without VAT, in won
 * @param taxed whether VAT is added
 */
public record CostItem(String nameKo, String nameEn, long priceWon, CostUnit unit, boolean taxed) {

    private static final int VAT_PERCENT = 10;

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") && !nameEn.isBlank() ? nameEn : nameKo;
    }

    /** VAT of one unit, in won; fractions of a won are dropped in the payer's favour. */
    public long vatWon() {
        return taxed ? priceWon * VAT_PERCENT / 100 : 0;
    }

    /** What one unit costs in the end, in won. */
    public long totalWon() {
        return priceWon + vatWon();
    }
}
