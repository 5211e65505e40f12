package dari.documents;

/** Whether a document still holds; it follows from the day. */
public enum DocumentState {
    VALID,
    ENDING,
    EXPIRED
}
