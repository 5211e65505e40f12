package dari.billing;

/** What is taken off an invoice, in whole won; price and tax of it are voucher's and startup's share of it. */
record Credit(long price, long vat, long voucher, long own) {

    static final Credit NONE = new Credit(0, 0, 0, 0);

    Credit {
        if (price < 0 || vat < 0 || voucher < 0 || own < 0 || price + vat != voucher + own) {
            throw new IllegalArgumentException("a credit does not add up");
        }
    }

    long gross() {
        return price + vat;
    }
}
