package dari.questions;

/** What became of a question. */
public enum QuestionState {
    WAITING,
    /** Published with its answer. */
    ANSWERED,
    /** Not published: a person said why. */
    DECLINED
}
