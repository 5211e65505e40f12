package dari.auditors;

import dari.kernel.UserId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A mandate, as filled in; days as {@code 2026-12-01}. */
record MandateForm(
        @NotBlank(message = "{auditors.form.auditor.missing}")
        String auditor,

        @NotEmpty(message = "{auditors.form.calls.missing}") List<UUID> calls,
        String firstDay,
        String lastDay,

        @NotBlank(message = "{auditors.form.reason.missing}") @Size(max = 500, message = "{auditors.form.reason.long}")
        String reason) {

    MandateForm {
        auditor = auditor == null ? "" : auditor;
        calls = calls == null ? List.of() : List.copyOf(calls);
        firstDay = firstDay == null ? "" : firstDay;
        lastDay = lastDay == null ? "" : lastDay;
        reason = reason == null ? "" : reason;
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    boolean isBackwards() {
        return day(firstDay)
                .filter(first ->
                        day(lastDay).filter(last -> last.isBefore(first)).isPresent())
                .isPresent();
    }

    /** Of a form that was checked. */
    NewMandate toMandate() {
        return new NewMandate(
                new UserId(UUID.fromString(auditor)),
                Set.copyOf(calls),
                day(firstDay).orElseThrow(),
                day(lastDay).orElseThrow(),
                reason.strip());
    }
}
