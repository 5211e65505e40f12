package dari.admin.panel;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;

/** A template of a letter, as typed. */
record LetterForm(
        @NotBlank(message = "{panel.form.text.missing}") @Size(max = 200, message = "{admin.text.long}")
        String subjectKo,

        @NotBlank(message = "{panel.form.text.missing}") @Size(max = 6000, message = "{admin.text.long}")
        String bodyKo,

        @NotBlank(message = "{panel.form.text.missing}") @Size(max = 200, message = "{admin.text.long}")
        String subjectEn,

        @NotBlank(message = "{panel.form.text.missing}") @Size(max = 6000, message = "{admin.text.long}")
        String bodyEn) {

    static LetterForm of(LetterText text) {
        return new LetterForm(text.subjectKo(), text.bodyKo(), text.subjectEn(), text.bodyEn());
    }

    LetterText text() {
        return new LetterText(subjectKo.strip(), bodyKo.strip(), subjectEn.strip(), bodyEn.strip());
    }

    /** The texts by their fields. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("subjectKo", subjectKo);
        fields.put("bodyKo", bodyKo);
        fields.put("subjectEn", subjectEn);
        fields.put("bodyEn", bodyEn);
        return fields;
    }
}
