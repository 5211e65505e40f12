package dari.quotes;

/** The milestone of payment before which nothing is prepared; the agreement names it. */
public enum PaymentGate {
    /** The startup's own share has been paid. */
    OWN_SHARE_PAID,
    /** The voucher's share is committed and the invoice is written; the own share is paid by the day it is due. */
    VOUCHER_COMMITTED
}
