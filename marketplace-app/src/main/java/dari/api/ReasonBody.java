package dari.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is declined; the other side reads it. */
record ReasonBody(
        @NotBlank(message = "{introductions.decline.missing}") @Size(max = 1000, message = "{needs.text.long}")
        String reason) {}
