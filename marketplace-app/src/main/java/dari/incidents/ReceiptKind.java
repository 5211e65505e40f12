package dari.incidents;

/** In which way somebody received data. */
public enum ReceiptKind {
    /** Looked inside for the first time. */
    LOOK,
    /** A file of the release. */
    FILE,
    /** An answer to a query, as a file. */
    ANSWER,
    /** A result that was let out. */
    EXPORT
}
