package dari.agreements;

/** How far the signatures have come. */
public enum AgreementStatus {
    DRAFTED,
    /** A side asked for another wording, and the other has not answered. */
    CHANGES_REQUESTED,
    /** The startup signed; a later party has not. */
    SIGNED_STARTUP,
    /** The hospital signed; a party before or after it has not. */
    SIGNED_HOSPITAL,
    /** Startup and hospital signed; the program has not. */
    SIGNED_BOTH,
    EFFECTIVE,
    TERMINATED,
    /** A later revision took its place. */
    SUPERSEDED
}
