package dari.admin.forms;

import java.util.Locale;

/** What the office writes for applicants, in both languages. */
public record LocalText(String ko, String en) {

    public static final LocalText NONE = new LocalText("", "");

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : ko;
    }

    public boolean isEmpty() {
        return ko.isBlank() && en.isBlank();
    }
}
