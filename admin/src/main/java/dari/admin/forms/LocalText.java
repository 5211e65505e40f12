package dari.admin.forms;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;

/** What the office writes for applicants, in both languages. */
public record LocalText(String ko, String en) {

    public static final LocalText NONE = new LocalText("", "");

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : ko;
    }

    @JsonIgnore
    public boolean isEmpty() {
        return ko.isBlank() && en.isBlank();
    }
}
