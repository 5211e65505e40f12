package dari.boards;

import dari.kernel.Role;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a hospital says of one of its boards.
 *
 * @param place order in which boards are asked; those of one place at the same time
 * @param nameEn empty when only the Korean name is known
 * @param contact who answers what the rules do not say
 * @param leadDays days before a meeting by which papers have to be there; 0 for a board that takes them any day
 * @param medianDays usual days from papers to decision; null when not stated
 * @param week week of the month of a regular meeting, 5 for the last; null without one
 * @param meetings days of meetings that are listed
 * @param papers lines of the hospital's list of documents that this board asks for
 */
public record BoardContent(
        int place,
        BoardKind kind,
        String nameKo,
        String nameEn,
        Necessity necessity,
        Role contact,
        int leadDays,
        @Nullable Integer medianDays,
        @Nullable Integer week,
        @Nullable DayOfWeek weekday,
        List<LocalDate> meetings,
        Set<UUID> papers) {

    public BoardContent {
        meetings = meetings.stream().sorted().distinct().toList();
        papers = Set.copyOf(papers);
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") && !nameEn.isBlank() ? nameEn : nameKo;
    }
}
