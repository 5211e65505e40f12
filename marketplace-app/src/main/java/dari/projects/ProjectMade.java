package dari.projects;

import org.jspecify.annotations.Nullable;

/**
 * A hospital's part of a project was made.
 *
 * @param voucherCeilingWon the most the voucher pays for this part, without tax; null for no limit
 */
public record ProjectMade(
        ProjectId project, int ownSharePercent, @Nullable Long voucherCeilingWon) {}
