package dari.answers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A template, as typed. */
record AnswerForm(
        @NotNull(message = "{answers.form.kind.missing}")
        @Pattern(regexp = "ACCEPT|DECLINE", message = "{answers.form.kind.missing}")
        String kind,

        @NotBlank(message = "{answers.form.name.missing}") @Size(max = 80, message = "{needs.text.long}")
        String name,

        @NotBlank(message = "{answers.form.body.missing}") @Size(max = 900, message = "{answers.form.body.long}")
        String bodyKo,

        @NotBlank(message = "{answers.form.body.missing}") @Size(max = 900, message = "{answers.form.body.long}")
        String bodyEn) {

    static AnswerForm of(AnswerContent content) {
        return new AnswerForm(content.kind().name(), content.name(), content.bodyKo(), content.bodyEn());
    }

    AnswerContent toContent() {
        return new AnswerContent(AnswerKind.valueOf(kind), name.strip(), bodyKo.strip(), bodyEn.strip());
    }
}
