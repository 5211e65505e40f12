package dari.agreements;

/** How far the signatures have come. */
public enum AgreementStatus {
    DRAFTED,
    SIGNED_STARTUP,
    SIGNED_HOSPITAL,
    /** Startup and hospital signed; the program has not. */
    SIGNED_BOTH,
    EFFECTIVE,
    TERMINATED
}
