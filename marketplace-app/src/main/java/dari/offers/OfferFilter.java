package dari.offers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What public offers must have to be listed. Empty lists and null let everything through; of a list, one is enough.
 *
 * @param least least number of persons; an offer that states none is left out
 * @param most most number of persons; an offer that states none is left out
 */
public record OfferFilter(
        List<String> kinds,
        List<String> environments,
        List<String> regions,
        List<String> formats,
        List<String> modalities,
        List<String> diseases,
        @Nullable Long least,
        @Nullable Long most) {

    /** Lets every public offer through. */
    public static final OfferFilter NONE =
            new OfferFilter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null);

    public OfferFilter {
        kinds = List.copyOf(kinds);
        environments = List.copyOf(environments);
        regions = List.copyOf(regions);
        formats = List.copyOf(formats);
        modalities = List.copyOf(modalities);
        diseases = List.copyOf(diseases);
    }
}
