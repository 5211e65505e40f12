package dari.admin.panel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What one says to an appeal, as typed. */
record AnswerForm(
        @NotNull(message = "{panel.form.answer.missing}")
        @Pattern(regexp = "uphold|change", message = "{panel.form.answer.missing}")
        String answer,

        @NotBlank(message = "{panel.form.reason.missing}") @Size(max = 900, message = "{admin.text.long}")
        String reason) {

    static final AnswerForm EMPTY = new AnswerForm("", "");
}
