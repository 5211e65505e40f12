package dari.admin;

import dari.admin.forms.LocalText;
import java.time.LocalDate;

/**
 * What a call says.
 *
 * @param deadline last day for applications, that day included, in the program's zone
 * @param budgetWon money of the whole call, in won
 * @param ownSharePercent what a startup pays of the price itself; the voucher pays the rest
 * @param leastReviews reviews that must be in before a decision
 */
public record CallContent(
        String titleKo,
        String titleEn,
        String summaryKo,
        String summaryEn,
        LocalDate deadline,
        long budgetWon,
        int ownSharePercent,
        int leastReviews) {

    LocalText title() {
        return new LocalText(titleKo, titleEn);
    }
}
