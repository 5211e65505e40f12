package dari.load;

import dari.kernel.IdBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The seeded organisations and people, by what they are. The first of each kind signs in and has much on its desk. */
final class Cast {

    static final String PASSWORD = "dari-load-2026";

    final List<Member> startups = new ArrayList<>();
    final List<Member> hospitals = new ArrayList<>();
    final List<Member> reviewers = new ArrayList<>();
    final List<Member> administrators = new ArrayList<>();
    final List<Member> auditors = new ArrayList<>();

    /** An organisation and somebody of it. */
    record Member(UUID organization, UUID person, String name, String email) {

        byte[] organizationId() {
            return IdBytes.of(organization);
        }

        byte[] personId() {
            return IdBytes.of(person);
        }
    }

    /** Any of them; the first so often, in percent. */
    static Member some(List<Member> of, RandomGenerator random, int firstPercent) {
        return random.nextInt(100) < firstPercent ? of.get(0) : of.get(random.nextInt(of.size()));
    }

    /** So many different ones, the first among them in so many percent. */
    List<Member> panel(RandomGenerator random, int size, int firstPercent) {
        List<Member> chosen = new ArrayList<>();
        if (random.nextInt(100) < firstPercent) {
            chosen.add(reviewers.get(0));
        }
        int from = random.nextInt(reviewers.size());
        for (int i = 0; chosen.size() < Math.min(size, reviewers.size()); i++) {
            Member next = reviewers.get((from + i) % reviewers.size());
            if (!chosen.contains(next)) {
                chosen.add(next);
            }
        }
        return chosen;
    }
}
