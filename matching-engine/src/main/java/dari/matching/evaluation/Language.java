package dari.matching.evaluation;

import java.util.Locale;

/** A language in which needs and offers are written. */
public enum Language {
    KO,
    EN;

    /** Its ISO 639-1 code, e.g. {@code ko}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
