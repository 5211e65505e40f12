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
final class LeftOut {

    private static final String PERSONS = "left_out";

    private final DuckDb engine;
    private final ExcludedPersons excluded;

    LeftOut(DuckDb engine, ExcludedPersons excluded) {
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
        String view = "kept_" + table.view();
        engine.execute("CREATE VIEW " + Sql.name(view) + " AS SELECT * FROM " + Sql.name(table.view()) + " WHERE "
                + named.stream()
                        .map(column -> "(" + column + " IS NULL OR " + spelling(column) + " NOT IN (SELECT person FROM "
                                + PERSONS + "))")
                        .collect(Collectors.joining(" AND ")));
        return new SourceTable(table.name(), view, table.file(), table.columns());
    }

    /** How many of the excluded no table names. */
    long unknown(List<SourceTable> tables) {
        String known = tables.stream()
                .flatMap(table -> columns(table).stream()
                        .map(column -> "SELECT " + spelling(column) + " AS person FROM " + Sql.name(table.view())))
                .collect(Collectors.joining(" UNION "));
        return engine.number("SELECT count(*) FROM " + PERSONS
                + (known.isEmpty() ? "" : " ANTI JOIN (" + known + ") USING (person)"));
    }

    private boolean isImpersonal(SourceTable table) {
        return excluded.impersonal().stream().anyMatch(table.name()::equalsIgnoreCase);
    }

    /** Quoted names of the table's columns that name persons. */
    private List<String> columns(SourceTable table) {
        String prefix = table.name().toLowerCase(Locale.ROOT) + ".";
        return table.columns().stream()
                .filter(column -> excluded.columns().stream()
                        .anyMatch(named -> named.equalsIgnoreCase(column) || named.equalsIgnoreCase(prefix + column)))
                .map(Sql::name)
                .toList();
    }
}
