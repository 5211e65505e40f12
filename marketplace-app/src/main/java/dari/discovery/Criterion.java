package dari.discovery;

import java.util.Locale;

/** What a list of offers can be narrowed by with a choice of codes; the order is that of the page. */
public enum Criterion {
    VERDICT,
    KIND,
    MODALITY,
    /** Broadest diseases: an offer counts under every one that its own diseases are kinds of. */
    DISEASE,
    ENVIRONMENT,
    REGION,
    FORMAT;

    /** Its name in an address. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String getTitleKey() {
        return "discovery.facet." + parameter();
    }
}
