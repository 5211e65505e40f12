package dari.recipes;

import dari.provisioner.recipe.RecipeFields;
import dari.provisioner.recipe.RecipeFields.Bound;
import dari.provisioner.recipe.RecipeFields.Column;
import dari.provisioner.recipe.RecipeFields.Limits;
import dari.provisioner.recipe.RecipeFields.Table;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was typed into the form of a recipe: the fields it showed, with what they hold now. */
final class TypedRecipe {

    /** Condition rows that the form shows beyond those there are. */
    static final int MORE_BOUNDS = 1;

    private final HttpServletRequest typed;

    TypedRecipe(HttpServletRequest typed) {
        this.typed = typed;
    }

    /** @param shown what the form was made of */
    RecipeFields over(RecipeFields shown) {
        List<Table> tables = new ArrayList<>();
        shown.tables().stream()
                .filter(table -> !has("gone." + table.name()))
                .forEach(table -> tables.add(table(table)));
        String added = text("newTable", "");
        if (!added.isEmpty() && tables.stream().noneMatch(table -> table.name().equalsIgnoreCase(added))) {
            tables.add(new Table(added, "", true, named(text("newTableColumns", ""))));
        }
        return new RecipeFields(
                text("personKey", shown.personKey()),
                text("sample", shown.sample()),
                new Limits(
                        text("k", shown.limits().k()),
                        text("recoding", shown.limits().recoding()),
                        text("suppressionLimit", shown.limits().suppressionLimit()),
                        bounds("l", shown.limits().l()),
                        bounds("t", shown.limits().t())),
                text("holdout", shown.holdout()),
                has("leave"),
                tables);
    }

    private Table table(Table shown) {
        String of = "." + shown.name();
        List<Column> columns = new ArrayList<>();
        shown.columns().stream()
                .filter(column -> !has("gone" + of + "." + column.name()))
                .forEach(column -> columns.add(column(of + "." + column.name(), column)));
        named(text("new" + of, "")).stream()
                .filter(added ->
                        columns.stream().noneMatch(column -> column.name().equalsIgnoreCase(added.name())))
                .forEach(columns::add);
        return new Table(shown.name(), text("personKey" + of, shown.personKey()), has("others" + of), columns);
    }

    private Column column(String of, Column shown) {
        Map<String, String> settings = new LinkedHashMap<>(shown.settings());
        for (String key : RecipeFields.SETTINGS) {
            String value = text("set" + of + "." + key, shown.setting(key));
            if (value.isEmpty()) {
                settings.remove(key);
            } else {
                settings.put(key, value);
            }
        }
        return new Column(shown.name(), text("role" + of, shown.role()), text("do" + of, shown.treatment()), settings);
    }

    private List<Bound> bounds(String key, List<Bound> shown) {
        List<Bound> bounds = new ArrayList<>();
        for (int i = 0; i < shown.size() + MORE_BOUNDS; i++) {
            Bound before = i < shown.size() ? shown.get(i) : new Bound("", "", "");
            String of = key + "." + i + ".";
            Bound now = new Bound(
                    text(of + "column", before.column()),
                    text(of + "kind", before.kind()),
                    text(of + "value", before.value()));
            if (!now.isEmpty()) {
                bounds.add(now);
            }
        }
        return bounds;
    }

    /** One column a line, to be left out until somebody says otherwise. */
    private static List<Column> named(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(name -> new Column(name, "", "drop", Map.of()))
                .toList();
    }

    private boolean has(String name) {
        return typed.getParameter(name) != null;
    }

    private String text(String name, String otherwise) {
        return Stream.ofNullable(typed.getParameter(name))
                .map(String::strip)
                .findFirst()
                .orElse(otherwise);
    }
}
