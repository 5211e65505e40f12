package dari.recipes;

import dari.provisioner.BadInput;
import dari.sandboxes.RecipeFaultText;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a recipe.
 *
 * @param translated whether it is said in the reader's language; else in the engine's English
 * @param line of the text, or 0 where it is about something else
 * @param place inside it, for example {@code tables.person.columns.birth.do}, or inside the file that it is about
 * @param row which row of the form it is; null when it is none
 */
record Fault(
        String what,
        String whatToDo,
        boolean translated,
        int line,
        String place,
        @Nullable String row) {

    private static final Pattern WHERE = Pattern.compile("recipe:(\\d+)(?: (.*))?", Pattern.DOTALL);

    static Fault of(BadInput wrong, RecipeFaultText.Said said, DraftRecipe recipe) {
        Matcher where = WHERE.matcher(wrong.where());
        boolean inText = where.matches();
        String place = inText ? Optional.ofNullable(where.group(2)).orElse("") : wrong.where();
        int line = inText ? Integer.parseInt(where.group(1)) : 0;
        return new Fault(said.what(), said.whatToDo(), said.translated(), line, place, row(place, recipe.rows()));
    }

    /** The longest name that fits: names of columns may hold points. */
    private static @Nullable String row(String place, Map<String, String> rows) {
        return rows.keySet().stream()
                .filter(known -> (place + ".").startsWith(known + "."))
                .max(Comparator.comparingInt(String::length))
                .map(rows::get)
                .orElse(null);
    }
}
