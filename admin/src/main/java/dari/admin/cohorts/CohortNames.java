package dari.admin.cohorts;

import java.util.Locale;
import java.util.Map;

/** What people call the members that the engine knows by id. */
public record CohortNames(Map<String, Name> names) {

    /** A name in both languages. */
    public record Name(String ko, String en) {

        public String of(Locale locale) {
            return locale.getLanguage().equals("en") ? en : ko;
        }
    }

    public CohortNames {
        names = Map.copyOf(names);
    }

    /** The id itself when nobody is called so. */
    public String of(String id, Locale locale) {
        Name name = names.get(id);
        return name == null ? id : name.of(locale);
    }
}
