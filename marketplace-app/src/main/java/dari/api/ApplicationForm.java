package dari.api;

import dari.admin.ApplicationText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What every call asks of an application, as an API client writes it. */
record ApplicationForm(
        @NotNull(message = "{admin.application.partner.missing}")
        @Pattern(regexp = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", message = "{admin.application.partner.missing}")
        String introduction,

        @NotBlank(message = "{admin.application.summary.missing}") @Size(max = 600, message = "{admin.text.long}")
        String summaryKo,

        @NotBlank(message = "{admin.application.summary.missing}") @Size(max = 600, message = "{admin.text.long}")
        String summaryEn,

        @NotBlank(message = "{admin.application.benefit.missing}") @Size(max = 2000, message = "{admin.text.long}")
        String benefit,

        @NotBlank(message = "{admin.application.plan.missing}") @Size(max = 4000, message = "{admin.text.long}")
        String plan) {

    ApplicationText text() {
        return new ApplicationText(summaryKo.strip(), summaryEn.strip(), benefit.strip(), plan.strip());
    }
}
