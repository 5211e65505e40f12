package dari.provisioner.recipe;

import org.jspecify.annotations.Nullable;

/**
 * What the person table must satisfy.
 *
 * @param k persons in the smallest class; 1 when the recipe asks for none
 * @param suppressionLimit largest share of persons that may be left out, 0 to 1
 */
public record PrivacyModel(
        int k, @Nullable Diversity l, @Nullable Closeness t, Recoding recoding, double suppressionLimit) {

    public static final PrivacyModel NONE = new PrivacyModel(1, null, null, Recoding.LOCAL, 0);

    /** How values may be generalised. */
    public enum Recoding {
        /** Each class by its own levels. */
        LOCAL,
        /** One level per column for the whole table. */
        GLOBAL
    }

    /**
     * l-diversity of a sensitive column in every class.
     *
     * @param entropy entropy at least ln(value) instead of at least {@code value} different values
     */
    public record Diversity(String column, boolean entropy, double value) {}

    /** t-closeness with equal distance: total variation between a class and the whole table at most {@code value}. */
    public record Closeness(String column, double value) {}
}
