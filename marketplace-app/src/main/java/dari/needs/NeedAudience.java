package dari.needs;

/** Which hospitals see a published need before the startup asks them. No startup but its own ever does. */
public enum NeedAudience {
    /** Every hospital that the program office has verified. */
    VERIFIED,
    /** Verified hospitals that the startup named. */
    CHOSEN,
    /** None: only whom the startup asks for an introduction. */
    ASKED
}
