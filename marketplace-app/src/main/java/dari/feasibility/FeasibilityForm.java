package dari.feasibility;

import dari.provisioner.count.CountQuestion;
import dari.workspace.CalendarDate;
import dari.workspace.WholeNumber;
import dari.workspace.WholeNumbers;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question as typed. Codes stand one beside the other, with commas or blanks between. */
record FeasibilityForm(
        @WholeNumber(min = 0, max = 130, message = "{feasibility.form.age.bad}") @Nullable
        String ageFrom,

        @WholeNumber(min = 0, max = 130, message = "{feasibility.form.age.bad}") @Nullable
        String ageTo,

        @Pattern(regexp = "|F|M", message = "{needs.choice.bad}") @Nullable
        String sex,

        @Size(max = 500, message = "{needs.text.long}")
        @Pattern(
                regexp =
                        "\\s*|[\\s,;]*[A-Za-z0-9][A-Za-z0-9.-]{0,19}([\\s,;]+[A-Za-z0-9][A-Za-z0-9.-]{0,19}){0,19}[\\s,;]*",
                message = "{feasibility.form.diagnoses.bad}")
        @Nullable
        String diagnoses,

        @CalendarDate(firstYear = 1950, message = "{needs.form.start.bad}") @Nullable
        String from,

        @CalendarDate(firstYear = 1950, message = "{needs.form.start.bad}") @Nullable
        String to,

        @Pattern(regexp = "|[a-z-]{1,40}:[a-z0-9-]{1,60}", message = "{needs.choice.bad}") @Nullable
        String kind) {

    static final FeasibilityForm EMPTY = new FeasibilityForm("", "", "", "", "", "", "");

    boolean isAboutNothing() {
        return toQuestion(2000).criteria().isEmpty();
    }

    boolean hasAgesInOrder() {
        Integer least = WholeNumbers.parseInt(ageFrom);
        Integer most = WholeNumbers.parseInt(ageTo);
        return least == null || most == null || least <= most;
    }

    boolean hasDaysInOrder() {
        LocalDate first = day(from);
        LocalDate last = day(to);
        return first == null || last == null || !first.isAfter(last);
    }

    /** @param thisYear for which ages are told when no period ends earlier */
    CountQuestion toQuestion(int thisYear) {
        Integer least = WholeNumbers.parseInt(ageFrom);
        Integer most = WholeNumbers.parseInt(ageTo);
        LocalDate last = day(to);
        int year = last == null ? thisYear : last.getYear();
        return new CountQuestion(
                1,
                least,
                most,
                least == null && most == null ? null : (Integer) year,
                blankToNull(sex),
                codes(),
                day(from),
                last,
                blankToNull(kind));
    }

    private List<String> codes() {
        return diagnoses == null
                ? List.of()
                : Arrays.stream(diagnoses.split("[,;\\s]+"))
                        .filter(code -> !code.isEmpty())
                        .toList();
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
