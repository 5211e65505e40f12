package dari.provisioner.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the person table must satisfy; every condition holds in every class of equal quasi-identifiers.
 *
 * @param k persons in the smallest class; 1 when the recipe asks for none
 * @param l diversity, of one or more sensitive columns
 * @param t closeness, of one or more sensitive columns
 * @param kMap persons of the population in the smallest class, or null
 * @param presence how surely anybody's presence may be told, or null
 * @param suppressionLimit largest share of persons that may be left out, 0 to 1
 */
public record PrivacyModel(
        int k,
        List<Diversity> l,
        List<Closeness> t,
        @Nullable KMap kMap,
        @Nullable Presence presence,
        Recoding recoding,
        double suppressionLimit) {

    public static final PrivacyModel NONE = ofK(1, Recoding.LOCAL, 0);

    public PrivacyModel {
        l = List.copyOf(l);
        t = List.copyOf(t);
    }

    /** k-anonymity alone. */
    public static PrivacyModel ofK(int k, Recoding recoding, double suppressionLimit) {
        return new PrivacyModel(k, List.of(), List.of(), null, null, recoding, suppressionLimit);
    }

    public PrivacyModel withK(int least) {
        return new PrivacyModel(least, l, t, kMap, presence, recoding, suppressionLimit);
    }

    public PrivacyModel withL(List<Diversity> diversities) {
        return new PrivacyModel(k, diversities, t, kMap, presence, recoding, suppressionLimit);
    }

    public PrivacyModel withT(List<Closeness> closenesses) {
        return new PrivacyModel(k, l, closenesses, kMap, presence, recoding, suppressionLimit);
    }

    public PrivacyModel withKMap(@Nullable KMap map) {
        return new PrivacyModel(k, l, t, map, presence, recoding, suppressionLimit);
    }

    public PrivacyModel withPresence(@Nullable Presence bounds) {
        return new PrivacyModel(k, l, t, kMap, bounds, recoding, suppressionLimit);
    }

    /** Whether any condition is asked. */
    public boolean asksAnything() {
        return k > 1 || !l.isEmpty() || !t.isEmpty() || kMap != null || presence != null;
    }

    /** The columns that l or t speak of, each once. */
    public List<String> sensitive() {
        return Stream.concat(l.stream().map(Diversity::column), t.stream().map(Closeness::column))
                .distinct()
                .toList();
    }

    /** The file of the population that k-map or presence are counted over, or null. */
    public @Nullable Path populationFile() {
        KMap map = kMap;
        Presence bounds = presence;
        return map != null && map.population() != null ? map.population() : bounds == null ? null : bounds.population();
    }

    /** How values may be generalised. */
    public enum Recoding {
        /** Each class by its own levels. */
        LOCAL,
        /** One level per column for the whole table. */
        GLOBAL
    }

    /**
     * l-diversity of a sensitive column (Machanavajjhala et al., TKDD 1(1), 2007).
     *
     * @param entropy entropy at least ln(value) instead of at least {@code value} different values
     */
    public record Diversity(String column, boolean entropy, double value) {}

    /**
     * t-closeness of a sensitive column: earth mover's distance between a class and the whole table at most {@code value}
     * (Li, Li, Venkatasubramanian, ICDE 2007).
     *
     * @param order the values from least to most; empty for numbers and dates, which order themselves
     */
    public record Closeness(String column, Distance distance, double value, List<String> order) {
        public Closeness {
            order = List.copyOf(order);
        }

        public static Closeness equal(String column, double value) {
            return new Closeness(column, Distance.EQUAL, value, List.of());
        }

        public static Closeness ordered(String column, double value) {
            return new Closeness(column, Distance.ORDERED, value, List.of());
        }
    }

    /** How far apart two different sensitive values are. */
    public enum Distance {
        /** All the same: half the sum of the shares' differences. */
        EQUAL,
        /** By the number of values between them, over all values: neighbours are alike. */
        ORDERED;

        /** As in a recipe. */
        public String word() {
            return this == EQUAL ? "equal" : "ordered";
        }
    }

    /**
     * k-map: at least {@code k} persons of the population fit each class (Sweeney, "k-anonymity: a model for protecting
     * privacy", 2002). Weaker than k-anonymity: the release may hold fewer of them.
     *
     * @param population file with the same quasi-identifiers, or null for a stated model
     * @param persons of whom the source is a random sample (stated model); 0 with a file
     * @param confidence least probability, for each class, that the population has k (stated model); 0 with a file
     */
    public record KMap(int k, @Nullable Path population, long persons, double confidence) {}

    /**
     * δ-presence: for every person of the population the probability of being in the release, judged by their class, lies
     * between the bounds (Nergiz, Atzori, Clifton, SIGMOD 2007).
     */
    public record Presence(double min, double max, Path population) {}
}
