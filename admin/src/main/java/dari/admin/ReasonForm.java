package dari.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A decision's reason and, for an approval, its conditions. */
record ReasonForm(
        @NotBlank(message = "{admin.reason.missing}") @Size(max = 1000, message = "{admin.text.long}")
        String reason,

        @Size(max = 1000, message = "{admin.text.long}") @Nullable
        String conditions) {

    static final ReasonForm EMPTY = new ReasonForm("", "");

    @Nullable
    String conditionsOrNull() {
        return conditions == null || conditions.isBlank() ? null : conditions.strip();
    }
}
