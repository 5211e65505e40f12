package dari.admin.discussion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a review is given back, as typed. */
record ReopenForm(
        @NotBlank(message = "{reviewers.reopen.reason.missing}") @Size(max = 1000, message = "{admin.text.long}")
        String because) {

    static final ReopenForm EMPTY = new ReopenForm("");
}
