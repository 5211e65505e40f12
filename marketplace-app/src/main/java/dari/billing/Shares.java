package dari.billing;

import dari.admin.VoucherShare;
import org.jspecify.annotations.Nullable;

/**
 * Who pays what of a price, in whole won.
 *
 * @param price without VAT
 * @param voucher the program's share of price and VAT
 * @param own the startup's share
 */
record Shares(long price, long vat, long voucher, long own) {

    /** Korean VAT; a rate is law, and changes with the law. */
    private static final int VAT_PERCENT = 10;

    Shares {
        if (price < 0 || voucher < 0 || own < 0 || price + vat != voucher + own) {
            throw new IllegalArgumentException("shares do not add up");
        }
    }

    /**
     * The startup pays its percentage of the price, rounded up to the won, and the VAT, which it can claim back; the
     * voucher pays the rest.
     *
     * @param ceiling the most the voucher pays; the startup pays what lies above
     */
    static Shares of(long price, int ownPercent, @Nullable Long ceiling) {
        return of(price, price * VAT_PERCENT / 100, ownPercent, ceiling);
    }

    /** The same for a price whose VAT is known, as that of a quote is. */
    static Shares of(long price, long vat, int ownPercent, @Nullable Long ceiling) {
        VoucherShare share = VoucherShare.of(price, ownPercent, ceiling);
        return new Shares(price, vat, share.voucher(), share.own() + vat);
    }
}
