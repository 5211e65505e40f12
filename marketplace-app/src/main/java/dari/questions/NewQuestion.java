package dari.questions;

import org.jspecify.annotations.Nullable;

/**
 * What somebody asks.
 *
 * @param email to which the answer is sent, then forgotten; null for none
 * @param language in which it is written
 */
public record NewQuestion(
        QuestionKind kind, String text, @Nullable String email, String language) {}
