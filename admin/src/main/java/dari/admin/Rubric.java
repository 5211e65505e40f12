package dari.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What reviewers score, and how much each criterion weighs. Frozen when its call opens.
 *
 * @param criteria codes with messages {@code admin.criterion.<code>} and {@code admin.criterion.<code>.anchor}
 */
public record Rubric(List<Criterion> criteria) {

    public static final int LEAST = 1;
    public static final int MOST = 5;

    /** @param weight percent; all weights sum to 100 */
    public record Criterion(String code, int weight) {}

    public Rubric {
        criteria = List.copyOf(criteria);
        int sum = criteria.stream().mapToInt(Criterion::weight).sum();
        if (sum != 100) {
            throw new IllegalArgumentException("weights sum to " + sum + ", not 100");
        }
    }

    /** The reference program's: need for the data, plan and protection, team, public benefit. */
    static Rubric voucher() {
        return new Rubric(List.of(
                new Criterion("need", 30),
                new Criterion("plan", 30),
                new Criterion("team", 20),
                new Criterion("benefit", 20)));
    }

    /**
     * Weighted mean of complete scores, as points from 0 to 100.
     *
     * @throws IllegalArgumentException when a criterion lacks a score, or a score its criterion or its scale
     */
    double points(Map<String, Integer> scores) {
        if (scores.size() != criteria.size()) {
            throw new IllegalArgumentException(scores.size() + " scores for " + criteria.size() + " criteria");
        }
        double sum = 0;
        for (Criterion criterion : criteria) {
            Integer score = scores.get(criterion.code());
            if (score == null || score < LEAST || score > MOST) {
                throw new IllegalArgumentException("no score from 1 to 5 for " + criterion.code());
            }
            sum += criterion.weight() * (double) (score - LEAST) / (MOST - LEAST);
        }
        return sum;
    }

    String text() {
        return criteria.stream().map(c -> c.code() + "=" + c.weight()).collect(Collectors.joining(";"));
    }

    static Rubric parse(String text) {
        return new Rubric(Arrays.stream(text.split(";"))
                .map(part -> part.split("="))
                .map(part -> new Criterion(part[0], Integer.parseInt(part[1])))
                .toList());
    }

    static String scoresText(Map<String, Integer> scores) {
        return new TreeMap<>(scores)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(";"));
    }

    static Map<String, Integer> parseScores(String text) {
        return Arrays.stream(text.split(";"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("="))
                .collect(Collectors.toMap(part -> part[0], part -> Integer.valueOf(part[1])));
    }
}
