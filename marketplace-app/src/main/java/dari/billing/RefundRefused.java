package dari.billing;

/** The card provider will not give this money back, however often it is asked. */
public class RefundRefused extends RuntimeException {

    private final String code;

    /** @param code the provider's, for people to look up */
    public RefundRefused(String code) {
        super("the card provider refused a refund: " + code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
