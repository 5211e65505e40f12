package dari.admin;

import org.jspecify.annotations.Nullable;

/**
 * Who pays what of a price without tax, in whole won.
 *
 * @param own what the firm pays: its percentage, and what lies above the ceiling
 * @param above what the ceiling takes from the voucher's percentage; 0 within it
 */
public record VoucherShare(long voucher, long own, long above) {

    /**
     * The firm's percentage is rounded up to the won.
     *
     * @param ceiling the most the voucher pays; null for no limit
     */
    public static VoucherShare of(long price, int ownPercent, @Nullable Long ceiling) {
        long asked = price - (price * ownPercent + 99) / 100;
        long voucher = ceiling == null ? asked : Math.min(asked, ceiling);
        return new VoucherShare(voucher, price - voucher, asked - voucher);
    }
}
