package dari.quotes;

import dari.admin.ApplicationView;
import dari.admin.AskedMoney;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an application asks for, held against what its hospitals ask of it; amounts without VAT.
 *
 * @param asked null where the call asks for no price, or none was given yet
 */
public record AskedAndQuoted(
        ApplicationView application, @Nullable AskedMoney asked, List<Part> parts) {

    /**
     * One hospital's dataset.
     *
     * @param hospital its name in the reader's language
     * @param quote the version that stands; null where the hospital names only its offer's price
     * @param listedWon the offer's price
     */
    public record Part(
            String hospital, String dataset, @Nullable QuoteView quote, long listedWon) {

        public long won() {
            return isOpenQuestion() || quote == null ? listedWon : quote.priceWon();
        }

        /** Nothing can be invoiced before the two agree. */
        public boolean isOpenQuestion() {
            return quote != null && quote.status() != QuoteStatus.ACCEPTED && quote.status() != QuoteStatus.OPEN;
        }

        public boolean isAgreed() {
            return quote == null || quote.status() == QuoteStatus.ACCEPTED;
        }
    }

    public AskedAndQuoted {
        parts = List.copyOf(parts);
    }

    public long quotedWon() {
        return parts.stream().mapToLong(Part::won).sum();
    }

    /** What the hospitals want beyond what was asked for, which the startup would pay alone; below zero when less. */
    public long overWon() {
        return asked == null ? 0 : quotedWon() - asked.price();
    }

    public boolean isAgreed() {
        return parts.stream().allMatch(Part::isAgreed);
    }
}
