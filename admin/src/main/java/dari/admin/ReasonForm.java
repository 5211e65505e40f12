package dari.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an application goes back to its applicant, or an organisation is (not) verified. */
record ReasonForm(
        @NotBlank(message = "{admin.reason.missing}") @Size(max = 1000, message = "{admin.text.long}")
        String reason) {

    static final ReasonForm EMPTY = new ReasonForm("");
}
