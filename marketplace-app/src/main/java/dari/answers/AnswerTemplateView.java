package dari.answers;

/** A template as its hospital reads it. */
public record AnswerTemplateView(AnswerTemplateId id, AnswerContent content) {}
