package dari.provisioner.engine;

import dari.provisioner.BadInput;
import dari.provisioner.SourceProblem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The tables of a source without the rows of excluded persons. A table of which nobody said where it names persons is an error:
 * whoever asked to be left out might be in it.
 */
final class KeptTables {

    private static final String PERSONS = "left_out";

    private final DuckDb engine;
    private final ExcludedPersons excluded;

    KeptTables(DuckDb engine, ExcludedPersons excluded) {
        this.engine = engine;
        this.excluded = excluded;
        engine.execute("CREATE TABLE " + PERSONS + "_written (person VARCHAR)");
        engine.append(PERSONS + "_written", rows -> {
            for (String person : excluded.persons()) {
                rows.beginRow();
                rows.append(person);
                rows.endRow();
            }
        });
        engine.execute("CREATE TABLE " + PERSONS + " AS SELECT DISTINCT " + spelling("person") + " AS person FROM "
                + PERSONS + "_written");
    }

    /**
     * One spelling for ids that differ in case, in spaces around them, in leading zeros of a number, in the {@code .0} that
     * spreadsheets add, or in FHIR's {@code Patient/}. Where two persons share a spelling both are left out: one too many harms
     * nobody, one too few breaks a promise.
     */
    static String spelling(String expression) {
        String bare = "regexp_replace(lower(regexp_replace(" + expression
                + ", '^\\s+|\\s+$', '', 'g')), '^(.*/)?patient/', '')";
        return "regexp_replace(" + bare + ", '^0*([0-9]+)(\\.0+)?$', '\\1')";
    }

    /** @throws BadInput when nobody said where the table names persons */
    SourceTable from(SourceTable table) {
        List<String> named = columns(table);
        if (named.isEmpty()) {
            if (isImpersonal(table)) {
                return table;
            }
            throw new BadInput(
                    SourceProblem.EXCLUSION,
                    table.name(),
                    "is a table of which the exclusion list does not say where it names persons",
                    "run agent exclude columns with --person or --no-person");
        }
        List<LeftOut> rows = named.stream()
                .map(column -> new LeftOut(column, excluded(table, column)))
                .toList();
        String view = "kept_" + table.view();
        engine.execute("CREATE VIEW " + Sql.name(view) + " AS SELECT * FROM " + Sql.name(table.view()) + " WHERE "
                + rows.stream().map(LeftOut::condition).collect(Collectors.joining(" AND ")));
        return table.without(rows, view);
    }

    /** A query for the values by which a column of the table's files names the excluded. */
    private String excluded(SourceTable table, String column) {
        String name = Sql.name(column);
        return "SELECT DISTINCT " + name + " FROM " + Sql.name(table.view()) + " WHERE " + name + " IS NOT NULL AND "
                + spelling(name) + " IN (SELECT person FROM " + PERSONS + ")";
    }

    /** How many of the excluded no table names. */
    long unknown(List<SourceTable> tables) {
        String known = tables.stream()
                .flatMap(table -> columns(table).stream()
                        .map(column ->
                                "SELECT " + spelling(Sql.name(column)) + " AS person FROM " + Sql.name(table.view())))
                .collect(Collectors.joining(" UNION "));
        return engine.number("SELECT count(*) FROM " + PERSONS
                + (known.isEmpty() ? "" : " ANTI JOIN (" + known + ") USING (person)"));
    }

    private boolean isImpersonal(SourceTable table) {
        return excluded.impersonal().stream().anyMatch(table.name()::equalsIgnoreCase);
    }

    /** The table's columns that name persons. */
    private List<String> columns(SourceTable table) {
        String prefix = table.name().toLowerCase(Locale.ROOT) + ".";
        return table.columns().stream()
                .filter(column -> excluded.columns().stream()
                        .anyMatch(named -> named.equalsIgnoreCase(column) || named.equalsIgnoreCase(prefix + column)))
                .toList();
    }
}
