package dari.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an open call changes, and until when it is extended. */
record CallChangeForm(
        @Nullable String until,

        @NotBlank(message = "{calls.reason.missing}") @Size(max = 1000, message = "{admin.text.long}")
        String reason) {

    static final CallChangeForm EMPTY = new CallChangeForm("", "");

    Optional<LocalDate> day() {
        try {
            return until == null || until.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(until.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
