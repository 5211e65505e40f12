package dari.questions;

/** What a citizen sends. */
public enum QuestionKind {
    QUESTION,
    OBJECTION
}
