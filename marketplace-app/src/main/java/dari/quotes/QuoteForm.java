package dari.quotes;

import dari.introductions.IntroductionView;
import dari.ledger.BudgetLine;
import dari.offers.CostUnit;
import dari.offers.OfferContent;
import dari.workspace.CalendarDate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A quote as it is being written. */
record QuoteForm(
        @Valid @Nullable List<QuoteRow> rows,

        @NotBlank(message = "{quotes.form.until.bad}") @CalendarDate(message = "{quotes.form.until.bad}")
        String validUntil,

        @NotBlank(message = "{needs.choice.bad}")
        @Pattern(regexp = "|OWN_SHARE_PAID|VOUCHER_COMMITTED", message = "{needs.choice.bad}")
        String gate,

        @Size(max = 1000, message = "{needs.text.long}") @Nullable
        String note) {

    private static final int SPARE_ROWS = 3;
    private static final int DAYS_OPEN = 30;
    private static final int MOST_NAME = 120;

    QuoteForm {
        rows = rows == null ? List.of() : rows;
    }

    /** Begins with what was asked before or, the first time, with the offer's cost basis. */
    static QuoteForm begun(IntroductionView talk, List<QuoteView> earlier, LocalDate today) {
        List<QuoteRow> known = !earlier.isEmpty()
                ? earlier.get(0).lines().stream().map(QuoteRow::of).toList()
                : talk.offerContent().arrangements().costs().isEmpty()
                        ? List.of(QuoteRow.of(listedPrice(
                                talk.offerContent(), talk.offerContent().priceWon())))
                        : talk.offerContent().arrangements().costs().stream()
                                .map(QuoteRow::of)
                                .toList();
        return new QuoteForm(
                Stream.concat(known.stream(), Collections.nCopies(SPARE_ROWS, QuoteRow.SPARE).stream())
                        .toList(),
                today.plusDays(DAYS_OPEN).toString(),
                earlier.isEmpty()
                        ? PaymentGate.OWN_SHARE_PAID.name()
                        : earlier.get(0).gate().name(),
                "");
    }

    /** The offer's price for everything, as the one line of a quote. */
    static QuoteLine listedPrice(OfferContent offer, long priceWon) {
        return new QuoteLine(
                shortened(offer.titleKo()),
                shortened(offer.titleEn()),
                BudgetLine.ACCESS,
                1,
                CostUnit.PROJECT,
                priceWon,
                true);
    }

    private static String shortened(String title) {
        return title.length() > MOST_NAME ? title.substring(0, MOST_NAME) : title;
    }

    @AssertTrue(message = "{quotes.form.empty}")
    boolean isAbout() {
        return rows == null || rows.stream().anyMatch(row -> !row.isEmpty());
    }

    NewQuote toQuote() {
        return new NewQuote(
                (rows == null ? List.<QuoteRow>of() : rows)
                        .stream()
                                .filter(row -> !row.isEmpty())
                                .map(QuoteRow::toLine)
                                .toList(),
                LocalDate.parse(validUntil),
                PaymentGate.valueOf(gate),
                note == null ? "" : note.strip());
    }
}
