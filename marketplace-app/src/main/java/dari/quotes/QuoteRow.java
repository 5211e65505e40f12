package dari.quotes;

import dari.ledger.BudgetLine;
import dari.offers.CostItem;
import dari.offers.CostUnit;
import dari.workspace.WholeNumber;
import dari.workspace.WholeNumbers;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of a quote as typed; one without a name and a price counts for nothing. */
public record QuoteRow(
        @Size(max = 120, message = "{needs.text.long}") @Nullable
        String nameKo,

        @Size(max = 120, message = "{needs.text.long}") @Nullable
        String nameEn,

        @Pattern(regexp = "|DATA_PREPARATION|ANALYSIS|EXPERT_ADVICE|ACCESS|OTHER", message = "{needs.choice.bad}")
        @Nullable
        String budgetLine,

        @WholeNumber(min = 1, max = 100_000, message = "{quotes.form.quantity.bad}") @Nullable
        String quantity,

        @Pattern(regexp = "|PROJECT|PERSON|STUDY|MONTH|HOUR|GIGABYTE", message = "{needs.choice.bad}") @Nullable
        String unit,

        @WholeNumber(max = 10_000_000_000L, message = "{quotes.form.price.bad}") @Nullable
        String unitWon,

        @Nullable Boolean taxed) {

    static final QuoteRow SPARE = new QuoteRow("", "", BudgetLine.OTHER.name(), "", CostUnit.PROJECT.name(), "", true);

    static QuoteRow of(QuoteLine line) {
        return new QuoteRow(
                line.nameKo(),
                line.nameEn(),
                line.budgetLine().name(),
                WholeNumbers.text(line.quantity()),
                line.unit().name(),
                WholeNumbers.text(line.unitWon()),
                line.taxed());
    }

    /** What the offer says that one unit costs. */
    static QuoteRow of(CostItem item) {
        return new QuoteRow(
                item.nameKo(),
                item.nameEn(),
                BudgetLine.DATA_PREPARATION.name(),
                "1",
                item.unit().name(),
                WholeNumbers.text(item.priceWon()),
                item.taxed());
    }

    boolean isEmpty() {
        return blank(nameKo) && blank(unitWon);
    }

    @AssertTrue(message = "{quotes.form.half}")
    boolean isWhole() {
        return isEmpty() || !(blank(nameKo) || blank(unitWon));
    }

    QuoteLine toLine() {
        Integer many = WholeNumbers.parseInt(quantity);
        return new QuoteLine(
                Objects.requireNonNullElse(nameKo, "").strip(),
                Objects.requireNonNullElse(nameEn, "").strip(),
                blank(budgetLine) ? BudgetLine.OTHER : BudgetLine.valueOf(Objects.requireNonNull(budgetLine)),
                many == null ? 1 : many,
                blank(unit) ? CostUnit.PROJECT : CostUnit.valueOf(Objects.requireNonNull(unit)),
                WholeNumbers.required(Objects.requireNonNullElse(unitWon, "")),
                Boolean.TRUE.equals(taxed));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
