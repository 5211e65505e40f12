package dari.answers;

/** A template's text for one introduction, for a person to read over before it is sent. */
public record FilledAnswer(AnswerKind kind, String text) {}
