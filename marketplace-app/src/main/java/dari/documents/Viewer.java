package dari.documents;

import java.util.Locale;

/** A party with its name; the name is empty for the office that verifies. */
public record Viewer(Party party, String nameKo, String nameEn) {

    /** How a form sends it. */
    public String code() {
        return party.kind() + ":" + party.id();
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameKo;
    }
}
