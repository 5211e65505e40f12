package dari.admin.cohorts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What administrators type about a cohort. Several stand on one page, so no two have a field of the same name. */
final class CohortForms {

    private static final String DAY = "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    static final String SEATS = "[0-9]{1,3}";
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private CohortForms() {}

    record New(
            @NotNull(message = "{cohorts.form.call.missing}")
            @Pattern(regexp = ID, message = "{cohorts.form.call.missing}")
            String call,

            @NotBlank(message = "{cohorts.form.title.missing}") @Size(max = 160, message = "{cohorts.form.long}")
            String titleKo,

            @NotBlank(message = "{cohorts.form.title.missing}") @Size(max = 160, message = "{cohorts.form.long}")
            String titleEn) {

        static final New EMPTY = new New("", "", "");
    }

    record Department(
            @NotNull(message = "{cohorts.form.hospital.missing}")
            @Pattern(regexp = ID, message = "{cohorts.form.hospital.missing}")
            String hospital,

            @Size(max = 80, message = "{cohorts.form.long}") String departmentKo,
            @Size(max = 80, message = "{cohorts.form.long}") String departmentEn,

            @NotNull(message = "{cohorts.form.seats.bad}")
            @Pattern(regexp = SEATS, message = "{cohorts.form.seats.bad}")
            String seats,

            @NotNull(message = "{cohorts.form.seats.bad}")
            @Pattern(regexp = SEATS, message = "{cohorts.form.seats.bad}")
            String fewest) {

        Department {
            // what a browser leaves out is empty
            departmentKo = Objects.requireNonNullElse(departmentKo, "");
            departmentEn = Objects.requireNonNullElse(departmentEn, "");
        }

        static final Department EMPTY = new Department("", "", "", "1", "0");

        /** A department has a name in both languages, or in none: then the hospital takes part as a whole. */
        void check(BindingResult errors) {
            if (departmentKo.isBlank() != departmentEn.isBlank()) {
                errors.rejectValue(
                        departmentKo.isBlank() ? "departmentKo" : "departmentEn", "cohorts.form.department.half");
            }
        }
    }

    record Goal(
            @NotNull(message = "{cohorts.form.kind.missing}")
            @Pattern(
                    regexp = "(region:(capital|noncapital))|(size:(small|medium))",
                    message = "{cohorts.form.kind.missing}")
            String kind,

            @NotNull(message = "{cohorts.form.seats.bad}")
            @Pattern(regexp = SEATS, message = "{cohorts.form.seats.bad}")
            String atLeast,

            @Pattern(regexp = "(" + ID + ")?", message = "{cohorts.form.hospital.missing}")
            String at) {

        Goal {
            at = Objects.requireNonNullElse(at, "");
        }

        static final Goal EMPTY = new Goal("", "1", "");

        String attribute() {
            return kind.substring(0, kind.indexOf(':'));
        }

        String value() {
            return kind.substring(kind.indexOf(':') + 1);
        }
    }

    record PairRule(
            @NotNull(message = "{cohorts.form.member.missing}")
            @Pattern(regexp = ID, message = "{cohorts.form.member.missing}")
            String pairStartup,

            @NotNull(message = "{cohorts.form.member.missing}")
            @Pattern(regexp = ID, message = "{cohorts.form.member.missing}")
            String pairDepartment,

            @NotNull(message = "{cohorts.form.together.missing}")
            @Pattern(regexp = "together|apart", message = "{cohorts.form.together.missing}")
            String together,

            @NotBlank(message = "{cohorts.form.reason.missing}") @Size(max = 500, message = "{cohorts.form.long}")
            String pairReason) {

        static final PairRule EMPTY = new PairRule("", "", "", "");
    }

    record Opening(
            @NotNull(message = "{cohorts.form.due.bad}") @Pattern(regexp = DAY, message = "{cohorts.form.due.bad}")
            String due,

            @NotNull(message = "{cohorts.form.optimal.missing}")
            @Pattern(regexp = "APPLICANTS|PLACES", message = "{cohorts.form.optimal.missing}")
            String optimal) {}

    record Extension(
            @NotNull(message = "{cohorts.form.due.bad}") @Pattern(regexp = DAY, message = "{cohorts.form.due.bad}")
            String newDue,

            @NotBlank(message = "{cohorts.form.reason.missing}") @Size(max = 500, message = "{cohorts.form.long}")
            String extensionReason) {}

    record Correcting(
            @NotNull(message = "{cohorts.form.member.missing}")
            @Pattern(regexp = ID, message = "{cohorts.form.member.missing}")
            String who,

            @Pattern(regexp = "(" + ID + ")?", message = "{cohorts.form.member.missing}")
            String to,

            @NotBlank(message = "{cohorts.form.reason.missing}") @Size(max = 500, message = "{cohorts.form.long}")
            String why) {

        Correcting {
            to = Objects.requireNonNullElse(to, "");
        }

        static final Correcting EMPTY = new Correcting("", "", "");
    }

    /** The day; null, with an error at its field, when the calendar has none such. */
    static @Nullable LocalDate day(String typed, String field, BindingResult errors) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            if (!errors.hasFieldErrors(field)) {
                errors.rejectValue(field, "cohorts.form.due.bad");
            }
            return null;
        }
    }

    static @Nullable UUID idOrNull(String typed) {
        return typed.isEmpty() ? null : UUID.fromString(typed);
    }
}
