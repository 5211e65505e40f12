package dari.admin.design;

import dari.admin.forms.Section;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A heading of the form, as typed. */
record SectionForm(
        @NotBlank(message = "{calls.names.missing}") @Size(max = 160, message = "{admin.text.long}")
        String titleKo,

        @NotBlank(message = "{calls.names.missing}") @Size(max = 160, message = "{admin.text.long}")
        String titleEn,

        @Size(max = 1000, message = "{admin.text.long}") @Nullable
        String introKo,

        @Size(max = 1000, message = "{admin.text.long}") @Nullable
        String introEn) {

    static final SectionForm EMPTY = new SectionForm("", "", "", "");

    static SectionForm of(Section section) {
        return new SectionForm(
                section.title().ko(),
                section.title().en(),
                section.intro().ko(),
                section.intro().en());
    }
}
