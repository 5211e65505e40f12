package dari.matching.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stability straight from the definition, without the engine's numbers: a group, or a place that stands alone, chooses
 * from a set of applicants for its places the best part that fits its quotas, found by trying every part. Strict wishes
 * only.
 */
final class StabilityByDefinition {

    private final Instance instance;
    private final Comparator<Pair> order;

    StabilityByDefinition(Instance instance, long seed) {
        this.instance = instance;
        List<String> turns = new Lottery(seed)
                .inOrder(instance.places().stream().map(Place::id).toList());
        this.order =
                Comparator.<Pair>comparingInt(pair -> rank(pair)).thenComparingInt(pair -> turns.indexOf(pair.place()));
    }

    /** Nothing at all comes after every wish. */
    static int position(List<List<String>> wishes, @Nullable String id) {
        int at = id == null ? -1 : flat(wishes).indexOf(id);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    static List<String> flat(List<List<String>> tiers) {
        return tiers.stream().flatMap(List::stream).toList();
    }

    boolean isStable(Map<String, @Nullable String> matching) {
        return isPossible(matching) && blockingPairs(matching).isEmpty();
    }

    /** Every pair whose applicant would rather have the place, and whose group would choose the applicant. */
    Set<Pair> blockingPairs(Map<String, @Nullable String> matching) {
        Set<Pair> blocking = new HashSet<>();
        for (Applicant applicant : instance.applicants()) {
            for (String wish : flat(applicant.wishes())) {
                Pair pair = new Pair(applicant.id(), wish);
                boolean rather =
                        position(applicant.wishes(), wish) < position(applicant.wishes(), matching.get(applicant.id()));
                if (rather && rank(pair) < Integer.MAX_VALUE) {
                    Set<Pair> offered = new HashSet<>(held(matching, place(wish)));
                    offered.add(pair);
                    if (chosen(place(wish), offered).contains(pair)) {
                        blocking.add(pair);
                    }
                }
            }
        }
        return blocking;
    }

    List<Map<String, @Nullable String>> allStable() {
        List<Map<String, @Nullable String>> all = new ArrayList<>();
        all.add(new HashMap<>());
        for (Applicant applicant : instance.applicants()) {
            List<Map<String, @Nullable String>> longer = new ArrayList<>();
            List<@Nullable String> choices = new ArrayList<>(flat(applicant.wishes()));
            choices.add(null);
            for (Map<String, @Nullable String> partial : all) {
                for (String choice : choices) {
                    Map<String, @Nullable String> next = new HashMap<>(partial);
                    next.put(applicant.id(), choice);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all.stream().filter(this::isStable).toList();
    }

    private boolean isPossible(Map<String, @Nullable String> matching) {
        for (Place place : instance.places()) {
            Set<Pair> held = held(matching, place);
            if (!fits(place, held) || held.stream().anyMatch(pair -> rank(pair) == Integer.MAX_VALUE)) {
                return false;
            }
        }
        return instance.applicants().stream().allMatch(applicant -> {
            String has = matching.get(applicant.id());
            return has == null || flat(applicant.wishes()).contains(has);
        });
    }

    /** The best part of what is offered: the longest whose best member is best, whose second best is best, and so on. */
    private Set<Pair> chosen(Place place, Set<Pair> offered) {
        List<Pair> all = offered.stream().sorted(order).toList();
        List<Pair> best = List.of();
        for (int part = 0; part < 1 << all.size(); part++) {
            List<Pair> members = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if ((part >> i & 1) == 1) {
                    members.add(all.get(i));
                }
            }
            if (fits(place, new HashSet<>(members)) && isBetter(members, best)) {
                best = members;
            }
        }
        return new HashSet<>(best);
    }

    private boolean isBetter(List<Pair> one, List<Pair> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int compared = order.compare(one.get(i), other.get(i));
            if (compared != 0) {
                return compared < 0;
            }
        }
        return one.size() > other.size();
    }

    private boolean fits(Place member, Set<Pair> held) {
        if (member.group() == null) {
            return held.size() <= member.capacity();
        }
        int seats = instance.groups().stream()
                .filter(group -> group.id().equals(member.group()))
                .mapToInt(Group::capacity)
                .sum();
        return held.size() <= seats
                && instance.places().stream()
                        .allMatch(place -> held.stream()
                                        .filter(pair -> pair.place().equals(place.id()))
                                        .count()
                                <= place.capacity());
    }

    /** Who sits at the place, or anywhere in its group. */
    private Set<Pair> held(Map<String, @Nullable String> matching, Place place) {
        Set<Pair> held = new HashSet<>();
        matching.forEach((applicant, has) -> {
            boolean same = has != null
                    && (has.equals(place.id())
                            || (place.group() != null
                                    && place.group().equals(place(has).group())));
            if (has != null && same) {
                held.add(new Pair(applicant, has));
            }
        });
        return held;
    }

    private int rank(Pair pair) {
        return position(place(pair.place()).wishes(), pair.applicant());
    }

    private Place place(String id) {
        return instance.places().stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
