package dari.agreements;

/** How far two signatures have come. */
public enum AgreementStatus {
    DRAFTED,
    SIGNED_STARTUP,
    SIGNED_HOSPITAL,
    EFFECTIVE,
    TERMINATED
}
