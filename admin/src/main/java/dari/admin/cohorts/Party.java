package dari.admin.cohorts;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as cohorts know it.
 *
 * @param region code of the vocabulary, e.g. {@code region:gangwon}; null when unknown
 */
public record Party(
        UUID id, String nameKo, String nameEn, @Nullable String region) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameKo;
    }
}
