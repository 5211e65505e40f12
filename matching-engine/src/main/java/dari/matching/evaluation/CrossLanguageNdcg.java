package dari.matching.evaluation;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How well needs find offers within a language and across languages.
 *
 * @param byDirection for every direction NDCG at {@link BilingualSet#DEPTH}, the mean over the needs, from 0 to 1
 */
public record CrossLanguageNdcg(Map<Direction, Double> byDirection) {

    public CrossLanguageNdcg {
        byDirection = Collections.unmodifiableMap(new TreeMap<>(byDirection));
    }

    /** The mean of the directions that stay in one language. */
    public double sameLanguage() {
        return mean(Direction::staysInOneLanguage);
    }

    /** The mean of the directions that go from one language to the other. */
    public double crossLanguage() {
        return mean(direction -> !direction.staysInOneLanguage());
    }

    /** What is left of the quality when need and offers are in different languages; 0 when there is none to begin with. */
    public double crossOverSame() {
        return sameLanguage() == 0 ? 0 : crossLanguage() / sameLanguage();
    }

    private double mean(Predicate<Direction> directions) {
        return byDirection.entrySet().stream()
                .filter(entry -> directions.test(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .average()
                .orElse(0);
    }
}
