package dari.quotes;

import dari.ledger.BudgetLine;
import dari.offers.CostUnit;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What one thing costs.
 *
 * @param nameEn empty when only the Korean name is known
 * @param unitWon price of one unit without VAT, in won
 * @param taxed whether VAT is added
 */
@Embeddable
public record QuoteLine(
        String nameKo,
        String nameEn,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        BudgetLine budgetLine,

        int quantity,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        CostUnit unit,

        long unitWon,
        boolean taxed) {

    /** Korean VAT; a rate is law, and changes with the law. */
    private static final int VAT_PERCENT = 10;

    public QuoteLine {
        if (quantity < 1 || unitWon < 0) {
            throw new IllegalArgumentException("a line of nothing, or of less");
        }
    }

    public long priceWon() {
        return Math.multiplyExact(quantity, unitWon);
    }

    /** Fractions of a won are dropped in the payer's favour. */
    public long vatWon() {
        return taxed ? priceWon() * VAT_PERCENT / 100 : 0;
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") && !nameEn.isBlank() ? nameEn : nameKo;
    }
}
