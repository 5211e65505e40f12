package dari.auditors;

/** Where a mandate stands today. */
public enum MandateState {
    COMING,
    IN_FORCE,
    OVER
}
