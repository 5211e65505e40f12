package dari.matching.vocabulary;

import java.util.List;
import java.util.Locale;

/**
 * One thing that offers and needs are about, in both languages.
 *
 * @param id kind and name, e.g. {@code disease:lung-cancer}
 * @param synonyms abbreviations and usual spellings in either language
 * @param parents ids of the broader concepts
 * @param icd10 code or range of codes of ICD-10, empty when it has none
 */
public record Concept(
        String id, String korean, String english, List<String> synonyms, List<String> parents, String icd10) {

    public Concept {
        synonyms = List.copyOf(synonyms);
        parents = List.copyOf(parents);
    }

    public String kind() {
        return id.substring(0, id.indexOf(':'));
    }

    public String label(Locale locale) {
        return locale.getLanguage().equals("en") ? english : korean;
    }
}
