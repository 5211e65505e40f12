package dari.admin.panel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A text that has to be written: minutes, a statement, the grounds of an appeal. */
record TextForm(
        @NotBlank(message = "{panel.form.text.missing}") @Size(max = 1900, message = "{admin.text.long}")
        String text) {

    static final TextForm EMPTY = new TextForm("");
}
