package dari.matching.retrieval;

/** What takes part in a search. */
public enum Mode {
    /** Words, concepts and feedback. */
    LEXICAL,
    /** Vectors alone, for comparison. */
    DENSE,
    /** All of it. */
    HYBRID
}
