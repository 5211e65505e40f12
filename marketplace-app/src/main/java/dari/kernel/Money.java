package dari.kernel;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount of money in the currency's smallest unit: won for KRW, which has no decimals, cents for USD.
 *
 * @param minorUnits whole smallest units, negative for a credit
 * @param currency ISO 4217 code in capitals
 */
@Embeddable
public record Money(long minorUnits, String currency) {

    public Money {
        Currency.getInstance(currency);
    }

    public static Money krw(long won) {
        return new Money(won, "KRW");
    }

    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
    }

    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(Math.subtractExact(minorUnits, other.minorUnits), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minorUnits), currency);
    }

    /**
     * The amount as people of that locale write it, e.g. {@code ₩1,200,000}. What has no smaller unit, such as {@code XXX}
     * for an amount in no known currency, is written as it is counted.
     */
    public String format(Locale locale) {
        Currency unit = Currency.getInstance(currency);
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(unit);
        int decimals = Math.max(0, unit.getDefaultFractionDigits());
        format.setMaximumFractionDigits(decimals);
        format.setMinimumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(minorUnits, decimals));
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
    }
}
