package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.LeftOut;
import dari.provisioner.engine.SourceTable;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.Preparation.SensitiveConditions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes conditions that need special approval out of a source before anything else sees it: the tables' views are replaced
 * by views without the rows, or without the persons in every table.
 */
public final class PreparedSource {

    private static final String PERSONS = "sensitive_persons";

    private final DuckDb engine;
    private final SensitiveConditions conditions;
    private final SensitiveCodes codes;

    private PreparedSource(DuckDb engine, SensitiveConditions conditions) {
        this.engine = engine;
        this.conditions = conditions;
        this.codes = SensitiveCodes.of(conditions);
    }

    /** The same tables, read through views that leave out what the rule says. */
    public static List<PlannedTable> prepare(
            DuckDb engine, List<PlannedTable> tables, @Nullable SensitiveConditions conditions) {
        if (conditions == null || conditions.rule() == SensitiveConditions.Rule.ALLOW) {
            return tables;
        }
        PreparedSource prepared = new PreparedSource(engine, conditions);
        return conditions.rule() == SensitiveConditions.Rule.DROP_ROWS
                ? tables.stream().map(prepared::withoutRows).toList()
                : prepared.withoutPersons(tables);
    }

    private PlannedTable withoutRows(PlannedTable table) {
        List<LeftOut> rows = columns(table).stream()
                .map(column -> new LeftOut(column, sensitive(table, column)))
                .toList();
        return rows.isEmpty() ? table : filtered(table, rows);
    }

    private List<PlannedTable> withoutPersons(List<PlannedTable> tables) {
        engine.execute("CREATE TABLE " + PERSONS + " (person VARCHAR)");
        for (PlannedTable table : tables) {
            for (String column : columns(table)) {
                String key = table.personKey();
                if (key != null) {
                    engine.execute("INSERT INTO " + PERSONS + " SELECT DISTINCT " + Sql.name(key) + " FROM "
                            + Sql.name(table.source().view()) + " WHERE " + Sql.name(column) + " IN ("
                            + sensitive(table, column) + ")");
                }
            }
        }
        String persons = "SELECT DISTINCT person FROM " + PERSONS + " WHERE person IS NOT NULL";
        return tables.stream()
                .map(table -> {
                    String key = table.personKey();
                    return key == null ? withoutRows(table) : filtered(table, List.of(new LeftOut(key, persons)));
                })
                .toList();
    }

    /** The table's columns that hold codes, as its file spells them. */
    private List<String> columns(PlannedTable table) {
        return conditions.columns().stream()
                .filter(name ->
                        name.toLowerCase(Locale.ROOT).startsWith(table.name().toLowerCase(Locale.ROOT) + "."))
                .map(name -> name.substring(table.name().length() + 1))
                .flatMap(name -> Stream.concat(table.columns().stream(), table.dropped().stream())
                        .filter(c -> c.name().equalsIgnoreCase(name)))
                .map(PlannedTable.Column::source)
                .toList();
    }

    /** A query for the codes of one column that are sensitive. */
    private String sensitive(PlannedTable table, String column) {
        String name = "sensitive_" + table.name() + "_" + columns(table).indexOf(column);
        engine.execute("CREATE TABLE " + Sql.name(name) + " (code VARCHAR)");
        List<String> found = engine.list(
                "SELECT DISTINCT " + Sql.name(column) + " FROM "
                        + Sql.name(table.source().view()) + " WHERE " + Sql.name(column) + " IS NOT NULL",
                row -> row.getString(1));
        engine.append(name, appender -> {
            for (String code : found) {
                if (codes.hold(code)) {
                    appender.beginRow();
                    appender.append(code);
                    appender.endRow();
                }
            }
        });
        return "SELECT code FROM " + Sql.name(name);
    }

    private PlannedTable filtered(PlannedTable table, List<LeftOut> rows) {
        SourceTable source = table.source();
        String view = "prepared_" + source.view();
        engine.execute("CREATE VIEW " + Sql.name(view) + " AS SELECT * FROM " + Sql.name(source.view()) + " WHERE "
                + rows.stream().map(LeftOut::condition).collect(Collectors.joining(" AND ")));
        return table.reading(source.without(rows, view));
    }

    /** How many source rows, over all tables, the rule leaves out. */
    public static long rowsLeftOut(DuckDb engine, List<PlannedTable> before, List<PlannedTable> after) {
        long rows = 0;
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                rows += rows(engine, before.get(i)) - rows(engine, after.get(i));
            }
        }
        return rows;
    }

    private static long rows(DuckDb engine, PlannedTable table) {
        return engine.number("SELECT count(*) FROM " + Sql.name(table.source().view()));
    }
}
