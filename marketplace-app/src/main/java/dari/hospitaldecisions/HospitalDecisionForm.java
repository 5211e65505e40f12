package dari.hospitaldecisions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What the hospital says, as typed. */
record HospitalDecisionForm(
        @NotNull(message = "{hospitaldecisions.outcome.missing}")
        @Pattern(regexp = "APPROVED|DENIED|ABSTAINED", message = "{hospitaldecisions.outcome.missing}")
        String outcome,

        @NotBlank(message = "{hospitaldecisions.reason.missing}") @Size(max = 1000, message = "{admin.text.long}")
        String reason) {

    static final HospitalDecisionForm EMPTY = new HospitalDecisionForm("", "");
}
