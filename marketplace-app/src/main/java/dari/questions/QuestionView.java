package dari.questions;

import dari.projects.ProjectView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question as it may be read: never by whom.
 *
 * @param answer what everybody reads, or why it was not published; null while it waits
 * @param answeredBy the organisation that answered; null while it waits
 */
public record QuestionView(
        UUID id,
        ProjectView project,
        QuestionKind kind,
        QuestionState state,
        String text,
        String language,
        Instant askedAt,
        LocalDate answerBy,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        boolean late) {}
