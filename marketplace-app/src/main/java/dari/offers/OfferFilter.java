package dari.offers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What public offers must have to be listed. Empty lists and null let everything through; of a list, one is enough.
 *
 * @param persons least number of persons; an offer that states none is left out
 */
public record OfferFilter(
        List<String> kinds,
        List<String> environments,
        List<String> regions,
        List<String> formats,
        @Nullable Long persons) {

    /** Lets every public offer through. */
    public static final OfferFilter NONE = new OfferFilter(List.of(), List.of(), List.of(), List.of(), null);

    public OfferFilter {
        kinds = List.copyOf(kinds);
        environments = List.copyOf(environments);
        regions = List.copyOf(regions);
        formats = List.copyOf(formats);
    }
}
