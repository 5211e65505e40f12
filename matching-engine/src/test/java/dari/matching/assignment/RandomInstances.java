package dari.matching.assignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Small instances of every kind, and the words in which tests write their own. */
final class RandomInstances {

    private final Random random;
    private final int applicants;
    private final int places;
    private final int groups;
    private final boolean ties;

    RandomInstances(long seed, int applicants, int places, int groups, boolean ties) {
        this.random = new Random(seed);
        this.applicants = applicants;
        this.places = places;
        this.groups = groups;
        this.ties = ties;
    }

    static Applicant applicant(String id, String... wishes) {
        return new Applicant(id, List.of(wishes).stream().map(List::of).toList());
    }

    static Place place(String id, int capacity, String... wishes) {
        return new Place(id, capacity, List.of(wishes).stream().map(List::of).toList());
    }

    static Place department(String id, String group, int capacity, String... wishes) {
        return new Place(id, capacity, List.of(wishes).stream().map(List::of).toList(), group, 0);
    }

    Instance next() {
        List<String> applicantIds = ids("a", applicants);
        List<String> placeIds = ids("p", places);
        List<String> groupIds = ids("g", groups);
        return new Instance(
                applicantIds.stream()
                        .map(id -> new Applicant(
                                id, someOf(placeIds), Map.of("region", random.nextBoolean() ? "capital" : "elsewhere")))
                        .toList(),
                placeIds.stream()
                        .map(id -> {
                            int group = random.nextInt(groups + 1) - 1;
                            return new Place(
                                    id,
                                    random.nextInt(4),
                                    someOf(applicantIds),
                                    group < 0 ? null : groupIds.get(group),
                                    0);
                        })
                        .toList(),
                groupIds.stream().map(id -> new Group(id, random.nextInt(4), 0)).toList(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same people and places, written down in another order. */
    Instance shuffled(Instance instance) {
        return new Instance(
                shuffle(instance.applicants()),
                shuffle(instance.places()),
                shuffle(instance.groups()),
                instance.targets(),
                shuffle(instance.forced()),
                shuffle(instance.forbidden()));
    }

    <T> List<T> shuffle(List<T> values) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    <T> T anyOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    private static List<String> ids(String letter, int number) {
        return IntStream.range(0, number).mapToObj(i -> letter + i).toList();
    }

    private List<List<String>> someOf(List<String> ids) {
        List<List<String>> tiers = new ArrayList<>();
        for (String id : shuffle(ids).subList(0, random.nextInt(ids.size() + 1))) {
            if (ties && !tiers.isEmpty() && random.nextBoolean()) {
                List<String> tier = new ArrayList<>(tiers.remove(tiers.size() - 1));
                tier.add(id);
                tiers.add(tier);
            } else {
                tiers.add(List.of(id));
            }
        }
        return tiers;
    }
}
