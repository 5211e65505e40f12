package dari.matching;

import java.util.Map;

/**
 * How well the two sides fit.
 *
 * @param score the harmonic mean of both directions, whole points from 0 to 100: a one-sided fit loses (after arXiv
 *     2007.16120)
 * @param toStartup what the offer is worth to the startup, 0 to 100
 * @param toHospital what the need is worth to the hospital, 0 to 100
 * @param contributions whole points of each part; they sum exactly to the score
 */
public record Fit(int score, int toStartup, int toHospital, Map<Part, Integer> contributions) {

    public Fit {
        contributions = Map.copyOf(contributions);
        int sum = contributions.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != score) {
            throw new IllegalArgumentException("parts sum to " + sum + ", the score is " + score);
        }
    }

    public int of(Part part) {
        return contributions.getOrDefault(part, 0);
    }
}
