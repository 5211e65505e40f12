package dari.provisioner.deidentify;

import dari.provisioner.BadInput;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Loading;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.SourceTable;
import dari.provisioner.recipe.ColumnRecipe;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.RecipeProblem;
import dari.provisioner.recipe.Role;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.recipe.Treatment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of the recipe beside the table of the source it treats.
 *
 * @param personKey the source's spelling of the person key, or null when rows are persons
 * @param columns released columns, in the order of the recipe
 * @param dropped columns that are listed and dropped
 */
public record PlannedTable(
        TableRecipe recipe,
        SourceTable source,
        @Nullable String personKey,
        List<Column> columns,
        List<Column> dropped) {

    public PlannedTable {
        columns = List.copyOf(columns);
        dropped = List.copyOf(dropped);
    }

    /** @param source the source's spelling of its name */
    public record Column(ColumnRecipe recipe, String source) {
        public String name() {
            return recipe.name();
        }

        public boolean isQuasi() {
            return recipe.role() == Role.QUASI;
        }
    }

    public String name() {
        return recipe.name();
    }

    /** The same plan over another view of the same columns. */
    public PlannedTable reading(SourceTable other) {
        return new PlannedTable(recipe, other, personKey, columns, dropped);
    }

    /**
     * The same plan over the source as it is now, read once into the engine; of a date that is only shifted, without its time
     * of day.
     *
     * @param known columns whose untreated values the attacks look at, compared without case
     */
    public PlannedTable loaded(DuckDb engine, Collection<String> known) {
        return reading(Loading.load(engine, source, read(), dates(known)));
    }

    /** The source's columns of which the day is enough. */
    public List<String> dates(Collection<String> known) {
        return Stream.concat(columns.stream(), dropped.stream())
                .filter(c -> c.recipe().treatment() instanceof Treatment.ShiftDate)
                .filter(c -> known.stream().noneMatch(c.name()::equalsIgnoreCase))
                .map(Column::source)
                .toList();
    }

    public List<Column> quasi() {
        return columns.stream().filter(Column::isQuasi).toList();
    }

    /** The source's columns that are read at all. */
    public List<String> read() {
        return Stream.of(
                        Stream.ofNullable(personKey),
                        columns.stream().map(Column::source),
                        dropped.stream().map(Column::source))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    /** The released column that names the person; empty when rows are persons or the column is not released. */
    public Optional<Column> pseudonym() {
        return columns.stream()
                .filter(c -> c.source().equals(personKey) && c.recipe().treatment() instanceof Treatment.Pseudonym)
                .findFirst();
    }

    /** @param column as in the recipe, compared without case; released or dropped */
    public Column column(String column) {
        return Stream.concat(columns.stream(), dropped.stream())
                .filter(c -> c.name().equalsIgnoreCase(column))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the reader checked that " + column + " is listed"));
    }

    /** @throws BadInput naming the recipe's line when the source lacks a table or column, or has one that is not listed */
    public static List<PlannedTable> plan(Recipe recipe, SourceDirectory source) {
        List<PlannedTable> planned = new ArrayList<>();
        for (TableRecipe table : recipe.tables()) {
            SourceTable file =
                    source.table(table.name()).orElseThrow(() -> RecipeProblem.NO_SUCH_TABLE.at(table.where()));
            planned.add(plan(table, file));
        }
        return planned;
    }

    private static PlannedTable plan(TableRecipe table, SourceTable file) {
        List<Column> released = new ArrayList<>();
        List<Column> dropped = new ArrayList<>();
        for (ColumnRecipe column : table.columns()) {
            String name = file.column(column.name()).orElseThrow(() -> RecipeProblem.NO_SUCH_COLUMN.at(column.where()));
            (column.treatment() instanceof Treatment.Drop ? dropped : released).add(new Column(column, name));
        }
        if (!table.dropOthers()) {
            for (String column : file.columns()) {
                if (table.column(column).isEmpty()) {
                    throw RecipeProblem.COLUMN_UNLISTED.at(table.where(), column);
                }
            }
        }
        if (released.isEmpty()) {
            throw RecipeProblem.RELEASES_NOTHING.at(table.where());
        }
        String key = table.personKey();
        String personKey = key == null
                ? null
                : file.column(key).orElseThrow(() -> RecipeProblem.NO_SUCH_PERSON_KEY.at(table.where(), key));
        return new PlannedTable(table, file, personKey, released, dropped);
    }
}
