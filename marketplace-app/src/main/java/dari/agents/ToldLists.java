package dari.agents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The exclusion lists that an agent told of.
 *
 * @param dates by source, the latest day that was ever told
 * @param behind sources whose list is now older than that, or gone: it was restored from an older copy
 */
record ToldLists(Map<String, LocalDate> dates, Set<String> behind) {

    ToldLists {
        dates = Map.copyOf(dates);
        behind = Set.copyOf(behind);
    }

    /** @param told null from agents of earlier versions, which tell nothing */
    ToldLists after(@Nullable Map<String, LocalDate> told, List<String> sources) {
        Map<String, LocalDate> now = told == null ? Map.of() : told;
        Map<String, LocalDate> latest = new TreeMap<>(dates);
        Set<String> older = new TreeSet<>();
        for (String source : sources) {
            LocalDate day = now.get(source);
            LocalDate before = dates.get(source);
            if (before != null && (day == null || day.isBefore(before))) {
                older.add(source);
            } else if (day != null) {
                latest.put(source, day);
            }
        }
        return new ToldLists(latest, older);
    }

    String datesAsText() {
        return new TreeMap<>(dates)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(","));
    }

    String behindAsText() {
        return String.join(",", new TreeSet<>(behind));
    }

    static ToldLists of(String dates, String behind) {
        Map<String, LocalDate> read = new TreeMap<>();
        for (String entry : parts(dates)) {
            int at = entry.indexOf('=');
            read.put(entry.substring(0, at), LocalDate.parse(entry.substring(at + 1)));
        }
        return new ToldLists(read, Set.copyOf(parts(behind)));
    }

    private static List<String> parts(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }
}
