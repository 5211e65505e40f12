package dari.admin.checks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;

/** A line of the list of exclusions, as typed. */
record DebarmentForm(
        @NotBlank(message = "{checks.list.number}") String registrationNumber,

        @NotBlank(message = "{checks.list.missing}") @Size(max = Debarments.MOST_NAME, message = "{checks.list.long}")
        String name,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate startsOn,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate endsOn,

        @NotBlank(message = "{checks.list.missing}") @Size(max = Debarments.MOST_REASON, message = "{checks.list.long}")
        String reason) {

    static final DebarmentForm EMPTY = new DebarmentForm("", "", null, null, "");

    static DebarmentForm of(DebarmentEntry entry) {
        return new DebarmentForm(
                entry.formattedNumber(), entry.name(), entry.startsOn(), entry.endsOn(), entry.reason());
    }

    void check(BindingResult errors) {
        if (!errors.hasFieldErrors("registrationNumber")
                && Numbers.registration(registrationNumber).isEmpty()) {
            errors.rejectValue("registrationNumber", "checks.list.number");
        }
        if (startsOn == null && !errors.hasFieldErrors("startsOn")) {
            errors.rejectValue("startsOn", "checks.list.day");
        }
        if (endsOn == null && !errors.hasFieldErrors("endsOn")) {
            errors.rejectValue("endsOn", "checks.list.day");
        }
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            errors.rejectValue("endsOn", "checks.list.order");
        }
    }

    /** Of a form without errors. */
    DebarmentEntry entry() {
        if (startsOn == null || endsOn == null) {
            throw new IllegalStateException("checked before");
        }
        return new DebarmentEntry(
                Numbers.registration(registrationNumber).orElseThrow(), name.strip(), startsOn, endsOn, reason.strip());
    }
}
