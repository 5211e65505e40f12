package dari.boards;

import dari.kernel.Role;
import dari.workspace.WholeNumber;
import dari.workspace.WholeNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A board as typed; the days of its meetings stand one beside the other, with commas or lines between. */
record BoardForm(
        @WholeNumber(min = 1, max = 20, required = true, message = "{boards.form.place.bad}")
        String place,

        @NotNull(message = "{needs.choice.bad}")
        @Pattern(regexp = "IRB|DRB|INTEGRATED|SHARED", message = "{needs.choice.bad}")
        String kind,

        @NotBlank(message = "{boards.form.name.missing}") @Size(max = 120, message = "{needs.text.long}")
        String nameKo,

        @Size(max = 120, message = "{needs.text.long}") @Nullable
        String nameEn,

        @NotNull(message = "{needs.choice.bad}")
        @Pattern(regexp = "ALWAYS|WHEN_DATA_LEAVE|WHEN_PROSPECTIVE|CASE_BY_CASE", message = "{needs.choice.bad}")
        String necessity,

        @NotNull(message = "{needs.choice.bad}")
        @Pattern(regexp = "HOSPITAL_(OFFICE|BOARD_SECRETARY|STEWARD|PRIVACY)", message = "{needs.choice.bad}")
        String contact,

        @WholeNumber(min = 0, max = 180, required = true, message = "{boards.form.days.bad}")
        String leadDays,

        @WholeNumber(min = 0, max = 365, message = "{boards.form.median.bad}") @Nullable
        String medianDays,

        @Pattern(regexp = "|[1-5]", message = "{needs.choice.bad}") @Nullable
        String week,

        @Pattern(regexp = "|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY", message = "{needs.choice.bad}") @Nullable
        String weekday,

        @Size(max = 2000, message = "{needs.text.long}") @Nullable
        String meetings,

        @Nullable List<UUID> papers) {

    static final BoardForm EMPTY = new BoardForm(
            "1", "DRB", "", "", "ALWAYS", Role.HOSPITAL_BOARD_SECRETARY.name(), "14", "", "", "", "", List.of());

    static BoardForm of(BoardContent board) {
        return new BoardForm(
                WholeNumbers.text(board.place()),
                board.kind().name(),
                board.nameKo(),
                board.nameEn(),
                board.necessity().name(),
                board.contact().name(),
                WholeNumbers.text(board.leadDays()),
                WholeNumbers.text(board.medianDays()),
                WholeNumbers.text(board.week()),
                board.weekday() == null ? "" : board.weekday().name(),
                board.meetings().stream().map(LocalDate::toString).collect(Collectors.joining("\n")),
                List.copyOf(board.papers()));
    }

    boolean hasBadMeetings() {
        try {
            return days().stream().anyMatch(day -> day.getYear() < 2020 || day.getYear() >= 2100);
        } catch (DateTimeParseException e) {
            return true;
        }
    }

    /** Week and weekday make a rule only together. */
    boolean hasHalfARule() {
        return isBlank(week) != isBlank(weekday);
    }

    BoardContent toContent() {
        return new BoardContent(
                Math.toIntExact(WholeNumbers.required(place)),
                BoardKind.valueOf(kind),
                nameKo.strip(),
                nameEn == null ? "" : nameEn.strip(),
                Necessity.valueOf(necessity),
                Role.valueOf(contact),
                Math.toIntExact(WholeNumbers.required(leadDays)),
                WholeNumbers.parseInt(medianDays),
                WholeNumbers.parseInt(week),
                weekday == null || weekday.isEmpty() ? null : DayOfWeek.valueOf(weekday),
                days(),
                Set.copyOf(Objects.requireNonNullElse(papers, List.of())));
    }

    private List<LocalDate> days() {
        return meetings == null
                ? List.of()
                : Arrays.stream(meetings.split("[,;\\s]+"))
                        .filter(day -> !day.isEmpty())
                        .map(LocalDate::parse)
                        .toList();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
