package dari.admin.reviewers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** With whom a reviewer worked, as typed. */
record TieForm(
        @Pattern(regexp = "ORGANIZATION|PERSON", message = "{reviewers.tie.kind.missing}")
        String kind,

        @NotBlank(message = "{reviewers.tie.name.missing}") @Size(max = 160, message = "{admin.text.long}")
        String name,

        @Pattern(regexp = "|(19|20)[0-9]{2}", message = "{reviewers.tie.lastYear.bad}") @Nullable
        String lastYear) {

    static final TieForm EMPTY = new TieForm("ORGANIZATION", "", "");

    @Nullable
    Integer year() {
        return lastYear == null || lastYear.isBlank() ? null : Integer.valueOf(lastYear);
    }
}
