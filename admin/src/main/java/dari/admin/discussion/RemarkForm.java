package dari.admin.discussion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A message, as typed. */
record RemarkForm(
        @NotBlank(message = "{reviewers.discussion.text.missing}") @Size(max = 4000, message = "{admin.text.long}")
        String text) {

    static final RemarkForm EMPTY = new RemarkForm("");
}
