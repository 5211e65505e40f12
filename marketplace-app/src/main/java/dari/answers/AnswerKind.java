package dari.answers;

/** What a template says to an interest. */
public enum AnswerKind {
    ACCEPT,
    DECLINE
}
