package dari.admin.checks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One sentence of evidence, kept as what it is made of so that it can be read in both languages later.
 *
 * @param key message {@code checks.evidence.<key>}
 * @param ko arguments in Korean; dates as ISO text
 * @param en the same in English, where they differ
 */
public record CheckLine(String key, List<String> ko, List<String> en) {

    public CheckLine {
        ko = List.copyOf(ko);
        en = List.copyOf(en);
    }

    static CheckLine of(String key, Object... arguments) {
        List<String> same = Arrays.stream(arguments).map(Object::toString).toList();
        return new CheckLine(key, same, same);
    }

    List<String> arguments(Locale locale) {
        return locale.getLanguage().equals("en") ? en : ko;
    }
}
