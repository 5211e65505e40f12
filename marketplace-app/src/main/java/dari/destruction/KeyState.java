package dari.destruction;

/** How far the removal at the hospital has come: of the pseudonym key and of the agent's working files. */
public enum KeyState {
    /** No agent ever worked on it. */
    NONE,
    /** The hospital's agent fetches the order. */
    WAITING,
    /** It said no, or could not; it is asked again. */
    FAILED,
    DONE
}
