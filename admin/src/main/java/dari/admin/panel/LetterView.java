package dari.admin.panel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter, sent or as it would be sent.
 *
 * @param id null while it is a preview
 * @param sentAt null while it is a preview
 */
public record LetterView(
        @Nullable UUID id,
        UUID application,
        String applicant,
        LetterKind kind,
        LetterText text,
        @Nullable Instant sentAt) {}
