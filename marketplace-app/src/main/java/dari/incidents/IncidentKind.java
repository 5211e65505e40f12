package dari.incidents;

/** What may have gone wrong. */
public enum IncidentKind {
    /** Somebody may have been recognised in data that should tell nobody apart. */
    REIDENTIFICATION(true),
    /** Data came to somebody who should not have it. */
    DISCLOSURE(true),
    /** A release, file or export left that should not have. */
    WRONG_RELEASE(true),
    /** An account, key or machine was broken into or lost. */
    SECURITY(false),
    OTHER(false),
    /** Nothing happened, but could have: no clock, only a lesson. */
    NEAR_MISS(false);

    private final boolean recalls;

    IncidentKind(boolean recalls) {
        this.recalls = recalls;
    }

    /** Whether use stops and what was received is called back at once (PIPA 28-5). */
    boolean recalls() {
        return recalls;
    }

    /** Whether the authority may have to be told. */
    boolean hasClock() {
        return this != NEAR_MISS;
    }
}
