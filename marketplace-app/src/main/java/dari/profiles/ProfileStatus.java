package dari.profiles;

/** Where a dataset's profile stands. */
public enum ProfileStatus {
    /** The agent has been asked. */
    ASKED,
    /** It came, and waits for the steward's look. */
    RECEIVED,
    /** Shown. */
    SIGNED,
    /** A later one is shown. */
    REPLACED,
    /** The agent could not make it, or would not. */
    FAILED;

    public boolean isOpen() {
        return this == ASKED || this == RECEIVED;
    }
}
