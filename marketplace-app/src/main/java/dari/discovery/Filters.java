package dari.discovery;

import dari.matching.Match;
import dari.matching.permission.Decision;
import dari.offers.OfferFilter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a startup narrows the list. Empty lists and null let everything through.
 *
 * @param verdict permit, ask or deny
 */
record Filters(
        List<String> verdict,
        List<String> kind,
        List<String> environment,
        List<String> region,
        List<String> format,
        @Nullable Long persons) {

    static Filters of(
            @Nullable List<String> verdict,
            @Nullable List<String> kind,
            @Nullable List<String> environment,
            @Nullable List<String> region,
            @Nullable List<String> format,
            @Nullable Long persons) {
        return new Filters(list(verdict), list(kind), list(environment), list(region), list(format), persons);
    }

    boolean lets(Match match) {
        dari.matching.Offer offer = match.offer();
        return (verdict.isEmpty() || verdict.contains(verdictOf(match)))
                && (kind.isEmpty() || kind.contains(offer.kind()))
                && (environment.isEmpty() || offer.environments().stream().anyMatch(environment::contains))
                && (region.isEmpty() || (offer.region() != null && region.contains(offer.region())))
                && (format.isEmpty() || offer.formats().stream().anyMatch(format::contains))
                && (persons == null || (offer.persons() != null && offer.persons() >= persons));
    }

    /** The conditions that concern the offer alone, for the database. */
    OfferFilter onOffers() {
        return new OfferFilter(kind, environment, region, format, persons);
    }

    /** How many conditions are set. */
    public int getCount() {
        return verdict.size()
                + kind.size()
                + environment.size()
                + region.size()
                + format.size()
                + (persons == null ? 0 : 1);
    }

    static String verdictOf(Match match) {
        Decision decision = match.permission().decision();
        return (decision == Decision.ABSTAIN ? Decision.ASK : decision).name().toLowerCase(Locale.ROOT);
    }

    private static List<String> list(@Nullable List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
