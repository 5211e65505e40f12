package dari.recipes;

import dari.provisioner.BadInput;
import dari.provisioner.recipe.RecipeFields;
import dari.sandboxes.RecipeFaultText;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a recipe.
 *
 * @param translated whether it is said in the reader's language; else in the engine's English
 * @param line of the text, or 0 where it is about something else
 * @param place inside it, for example {@code tables.person.columns.birth.do}; empty likewise
 * @param row which row of the form it is, {@code table.column}; null when it is none
 */
record Fault(
        String what,
        String whatToDo,
        boolean translated,
        int line,
        String place,
        @Nullable String row) {

    private static final Pattern WHERE = Pattern.compile("recipe:(\\d+)(?: (.*))?", Pattern.DOTALL);

    static Fault of(BadInput wrong, RecipeFaultText.Said said, @Nullable RecipeFields fields) {
        Matcher where = WHERE.matcher(wrong.where());
        if (!where.matches()) {
            return new Fault(said.what(), said.whatToDo(), said.translated(), 0, wrong.where(), null);
        }
        String place = Optional.ofNullable(where.group(2)).orElse("");
        return new Fault(
                said.what(),
                said.whatToDo(),
                said.translated(),
                Integer.parseInt(where.group(1)),
                place,
                fields == null ? null : row(place, fields));
    }

    /** The longest name that fits: names of columns may hold points. */
    private static @Nullable String row(String place, RecipeFields fields) {
        return fields.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column ->
                                (place + ".").startsWith("tables." + table.name() + ".columns." + column.name() + "."))
                        .map(column -> table.name() + "." + column.name()))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }
}
