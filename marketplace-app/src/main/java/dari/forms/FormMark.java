package dari.forms;

import dari.kernel.UserId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The mark that every form of a signed-in person carries: which form it is, so that it is done once, and whose, so that
 * after an expired session nobody else at the same machine gets what was typed.
 */
public record FormMark(UUID form, UserId person) {

    /** The hidden field. */
    public static final String FIELD = "_form";

    private static final String SEPARATOR = "_";

    public static Optional<FormMark> of(@Nullable String field) {
        if (field == null) {
            return Optional.empty();
        }
        String[] parts = field.split(SEPARATOR, -1);
        try {
            return parts.length == 2
                    ? Optional.of(new FormMark(UUID.fromString(parts[0]), new UserId(UUID.fromString(parts[1]))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        return form + SEPARATOR + person.value();
    }
}
