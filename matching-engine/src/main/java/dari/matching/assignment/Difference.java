package dari.matching.assignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two assignments of the same people and places.
 *
 * @param applicants everybody whose place differs, in the order of the first instance
 * @param places every place that takes somebody else, in the order of the first instance
 */
public record Difference(List<Moved> applicants, List<Changed> places) {

    public Difference {
        applicants = List.copyOf(applicants);
        places = List.copyOf(places);
    }

    /** What a difference means to an applicant; people read it by {@code matching.whatif.<name>}. */
    public enum Effect {
        BETTER,
        WORSE,
        WITHDRAWN
    }

    /**
     * @param before the place in the first assignment, null for none
     * @param after the place in the second, null for none
     */
    public record Moved(
            String applicant,
            @Nullable String before,
            @Nullable String after,
            Effect effect) {

        public String getMessageKey() {
            return "matching.whatif." + effect.name();
        }
    }

    /** Who joins a place and who leaves it. */
    public record Changed(String place, List<String> joins, List<String> leaves) {

        public Changed {
            joins = List.copyOf(joins);
            leaves = List.copyOf(leaves);
        }
    }

    public static Difference between(Assignment before, Assignment after) {
        Map<String, @Nullable String> now = after.places();
        WishOrder wishes = new WishOrder(before.instance(), before.seed());
        List<Moved> moved = new ArrayList<>();
        Map<String, List<String>> joins = new LinkedHashMap<>();
        Map<String, List<String>> leaves = new LinkedHashMap<>();
        before.places().forEach((applicant, had) -> {
            String has = now.get(applicant);
            if (Objects.equals(had, has) && now.containsKey(applicant)) {
                return;
            }
            Effect effect = !now.containsKey(applicant)
                    ? Effect.WITHDRAWN
                    : wishes.position(applicant, has) < wishes.position(applicant, had) ? Effect.BETTER : Effect.WORSE;
            moved.add(new Moved(applicant, had, has, effect));
            if (had != null) {
                leaves.computeIfAbsent(had, id -> new ArrayList<>()).add(applicant);
            }
            if (has != null) {
                joins.computeIfAbsent(has, id -> new ArrayList<>()).add(applicant);
            }
        });
        List<Changed> changed = before.instance().places().stream()
                .map(Place::id)
                .filter(id -> joins.containsKey(id) || leaves.containsKey(id))
                .map(id -> new Changed(id, joins.getOrDefault(id, List.of()), leaves.getOrDefault(id, List.of())))
                .toList();
        return new Difference(moved, changed);
    }
}
