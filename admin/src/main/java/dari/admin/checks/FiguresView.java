package dari.admin.checks;

import dari.admin.eligibility.SizeLimits;
import java.time.LocalDate;

/**
 * What decides how large a firm is.
 *
 * @param yearEnd last day of the business year the figures are of
 * @param salesWon sales of a year, on average of the last three
 * @param assetsWon total assets on that day
 * @param largeGroup whether it belongs to a group that the competition authority names as large
 */
public record FiguresView(
        LocalDate yearEnd, SizeLimits.Industry industry, long salesWon, long assetsWon, boolean largeGroup) {}
