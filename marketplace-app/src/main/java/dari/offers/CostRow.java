package dari.offers;

import dari.workspace.WholeNumber;
import dari.workspace.WholeNumbers;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of the costs as typed; one without anything typed counts for nothing. */
public record CostRow(
        @Size(max = 120, message = "{needs.text.long}") @Nullable
        String nameKo,

        @Size(max = 120, message = "{needs.text.long}") @Nullable
        String nameEn,

        @WholeNumber(min = 0, max = 10_000_000_000L, message = "{offers.form.price.bad}") @Nullable
        String priceWon,

        @Pattern(regexp = "|PROJECT|PERSON|STUDY|MONTH|HOUR|GIGABYTE", message = "{needs.choice.bad}") @Nullable
        String unit,

        @Nullable Boolean taxed) {

    static List<CostRow> spare(int rows) {
        return Collections.nCopies(rows, new CostRow("", "", "", CostUnit.PROJECT.name(), true));
    }

    static CostRow of(CostItem item) {
        return new CostRow(
                item.nameKo(),
                item.nameEn(),
                WholeNumbers.text(item.priceWon()),
                item.unit().name(),
                item.taxed());
    }

    boolean isEmpty() {
        return blank(nameKo) && blank(nameEn) && blank(priceWon);
    }

    /** What was begun has a name and a price. */
    @AssertTrue(message = "{offers.form.costs.half}")
    boolean isWhole() {
        return isEmpty() || !(blank(nameKo) || blank(priceWon));
    }

    CostItem toItem() {
        return new CostItem(
                nameKo == null ? "" : nameKo.strip(),
                nameEn == null ? "" : nameEn.strip(),
                WholeNumbers.required(Objects.requireNonNullElse(priceWon, "")),
                unit == null || unit.isEmpty() ? CostUnit.PROJECT : CostUnit.valueOf(unit),
                Boolean.TRUE.equals(taxed));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
