package dari.matching;

import java.util.EnumMap;
import java.util.Map;

/** What a pair is worth to one side: the mean of the parts that the side asks of, each weighed by its points. */
final class Worth {

    private final Map<Part, Double> reached = new EnumMap<>(Part.class);
    private double points;

    /** @param share how far the part is reached, from 0 to 1 */
    void add(Part part, double share) {
        reached.put(part, share * part.points());
        points += part.points();
    }

    /** From 0 to 1: the sum over the parts. */
    double total() {
        double sum = 0;
        for (double part : reached.values()) {
            sum += part;
        }
        return points == 0 ? 0 : sum / points;
    }

    /** How much of the total comes from a part. */
    double of(Part part) {
        return points == 0 ? 0 : reached.getOrDefault(part, 0.0) / points;
    }

    /** The harmonic mean: of two fits with the same sum, the more even one is higher (after arXiv 2007.16120). */
    static double bothWays(double one, double other) {
        return one + other == 0 ? 0 : 2 * one * other / (one + other);
    }

    /**
     * The parts of {@link #bothWays} of two directions; they sum to it. Each direction's parts weigh as much as the other
     * direction is worth, as in 2ab/(a+b) = a·b/(a+b) + b·a/(a+b): what one side gets counts as far as the other gains, too.
     */
    static Map<Part, Double> partsBothWays(Worth one, Worth other) {
        double a = one.total();
        double b = other.total();
        Map<Part, Double> parts = new EnumMap<>(Part.class);
        if (a + b == 0) {
            return parts;
        }
        for (Part part : Part.values()) {
            double share = (one.of(part) * b + other.of(part) * a) / (a + b);
            if (share > 0) {
                parts.put(part, share);
            }
        }
        return parts;
    }
}
