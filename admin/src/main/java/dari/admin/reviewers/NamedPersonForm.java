package dari.admin.reviewers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Somebody whom an applicant names, as typed. */
record NamedPersonForm(
        @Pattern(regexp = "COLLABORATOR|NOT_WANTED", message = "{reviewers.named.kind.missing}")
        String kind,

        @NotBlank(message = "{reviewers.named.name.missing}") @Size(max = 160, message = "{admin.text.long}")
        String name,

        @NotBlank(message = "{reviewers.named.reason.missing}") @Size(max = 1000, message = "{admin.text.long}")
        String reason) {

    static final NamedPersonForm EMPTY = new NamedPersonForm("COLLABORATOR", "", "");
}
