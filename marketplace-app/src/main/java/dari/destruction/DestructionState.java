package dari.destruction;

/** How far a removal has come. */
public enum DestructionState {
    /** Asked for, and done within the minute. */
    PENDING,
    /** It did not work; it is tried again until it does. */
    FAILED,
    DONE
}
