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

/** What was typed into the form of a recipe: the fields it showed, with what they hold now. */
final class TypedRecipe {

    /** Condition rows that the form shows beyond those there are. */
    static final int MORE_BOUNDS = 1;

    private final TypedForm typed;

    TypedRecipe(HttpServletRequest request) {
        this.typed = new TypedForm(request);
    }

    /** @param shown what the form was made of */
    RecipeFields over(RecipeFields shown) {
        List<Table> tables = new ArrayList<>();
        shown.tables().stream()
                .filter(table -> !typed.has("gone." + table.name()))
                .forEach(table -> tables.add(table(table)));
        String added = typed.text("newTable", "");
        if (!added.isEmpty() && tables.stream().noneMatch(table -> table.name().equalsIgnoreCase(added))) {
            tables.add(new Table(added, "", true, named("newTableColumns")));
        }
        return new RecipeFields(
                typed.text("personKey", shown.personKey()),
                typed.text("sample", shown.sample()),
                new Limits(
                        typed.text("k", shown.limits().k()),
                        typed.text("recoding", shown.limits().recoding()),
                        typed.text("suppressionLimit", shown.limits().suppressionLimit()),
                        bounds("l", shown.limits().l()),
                        bounds("t", shown.limits().t())),
                typed.text("holdout", shown.holdout()),
                typed.has("leave"),
                tables);
    }

    private Table table(Table shown) {
        String of = "." + shown.name();
        List<Column> columns = new ArrayList<>();
        shown.columns().stream()
                .filter(column -> !typed.has("gone" + of + "." + column.name()))
                .forEach(column -> columns.add(column(of + "." + column.name(), column)));
        named("new" + of).stream()
                .filter(added ->
                        columns.stream().noneMatch(column -> column.name().equalsIgnoreCase(added.name())))
                .forEach(columns::add);
        return new Table(
                shown.name(), typed.text("personKey" + of, shown.personKey()), typed.has("others" + of), columns);
    }

    private Column column(String of, Column shown) {
        Map<String, String> settings = new LinkedHashMap<>(shown.settings());
        for (String key : RecipeFields.SETTINGS) {
            String value = typed.text("set" + of + "." + key, shown.setting(key));
            if (value.isEmpty()) {
                settings.remove(key);
            } else {
                settings.put(key, value);
            }
        }
        return new Column(
                shown.name(),
                typed.text("role" + of, shown.role()),
                typed.text("do" + of, shown.treatment()),
                settings);
    }

    private List<Bound> bounds(String key, List<Bound> shown) {
        List<Bound> bounds = new ArrayList<>();
        for (int i = 0; i < shown.size() + MORE_BOUNDS; i++) {
            Bound before = i < shown.size() ? shown.get(i) : new Bound("", "", "");
            String of = key + "." + i + ".";
            Bound now = new Bound(
                    typed.text(of + "column", before.column()),
                    typed.text(of + "kind", before.kind()),
                    typed.text(of + "value", before.value()));
            if (!now.isEmpty()) {
                bounds.add(now);
            }
        }
        return bounds;
    }

    /** One column a line, to be left out until somebody says otherwise. */
    private List<Column> named(String field) {
        return typed.names(field)
                .map(name -> new Column(name, "", "drop", Map.of()))
                .toList();
    }
}
