package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceTable;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.StoredColumn;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who the persons of a source are and who of them is withheld. Makes three tables in the engine: {@code base}, the person
 * table as text with a row number that depends on its content only; {@code persons(person, heldout)} of those who take part; and, once solved,
 * {@code released(person, class)}.
 */
public final class PersonBase {

    static final String BASE = "base";
    private static final String BASE_ROWS = "base_rows";
    static final String RID = "dari_rid";
    static final String PERSON = "dari_person";

    private final DuckDb engine;
    private final @Nullable PlannedTable table;

    private PersonBase(DuckDb engine, @Nullable PlannedTable table) {
        this.engine = engine;
        this.table = table;
    }

    /**
     * @param reader asked for the persons where no table is theirs
     * @param personTable name of the table with the quasi-identifiers, or null
     * @param holdout share of persons to withhold
     * @param sample share of persons who take part at all
     */
    public static PersonBase create(
            DuckDb engine,
            TableEngine reader,
            Keyed keyed,
            List<PlannedTable> tables,
            @Nullable String personTable,
            double holdout,
            double sample) {
        PlannedTable table = tables.stream()
                .filter(t -> isPersons(t, personTable))
                .findFirst()
                .orElse(null);
        String persons;
        if (table == null) {
            persons = tables.stream().map(reader::persons).collect(Collectors.joining(" UNION "));
        } else {
            createBase(engine, keyed, table);
            persons = "SELECT DISTINCT " + PERSON + " AS person FROM " + BASE;
        }
        engine.execute(
                "CREATE TABLE everybody AS SELECT person, " + (sample == 1 ? "true" : drawn(keyed, "sample", sample))
                        + " AS sampled, " + (holdout == 0 ? "false" : drawn(keyed, "holdout", holdout))
                        + " AS heldout FROM (" + persons + ") WHERE person IS NOT NULL");
        engine.execute("CREATE VIEW persons AS SELECT person, heldout FROM everybody WHERE sampled");
        return new PersonBase(engine, table);
    }

    /** Whether the rows of a table are the persons, so that they are read into the engine whatever reads the others. */
    public static boolean isPersons(PlannedTable table, @Nullable String personTable) {
        return table.name().equals(personTable) || table.personKey() == null;
    }

    /** True for a share of the persons, chosen by the key. */
    private static String drawn(Keyed keyed, String purpose, double share) {
        return keyed.integer(purpose, "person") + " < " + (long) (share * (1L << 60));
    }

    private static void createBase(DuckDb engine, Keyed keyed, PlannedTable table) {
        SourceTable source = table.source();
        String columns =
                table.read().stream().map(c -> source.stored(c).in("s")).collect(Collectors.joining(", "));
        String key = table.personKey();
        // the solver takes rows by number, so there the number follows the values; else any order of the content will
        // do
        String order = table.quasi().isEmpty()
                ? "hash(" + keyed.seed("base") + ", " + columns + ")"
                : table.read().stream().map(c -> source.stored(c).textIn("s")).collect(Collectors.joining(", "));
        String number = "row_number() OVER (ORDER BY " + order + ")";
        engine.execute("CREATE TABLE " + BASE_ROWS + " AS SELECT " + number + " AS " + RID + ", "
                + (key == null
                        ? "CAST(" + number + " AS VARCHAR)"
                        : source.stored(key).textIn("s"))
                + " AS " + PERSON + ", " + columns + " FROM " + Sql.name(source.rows()) + " s");
        engine.execute("CREATE VIEW " + BASE + " AS SELECT " + RID + ", " + PERSON + ", "
                + table.read().stream()
                        .map(c -> source.stored(c).textIn("s") + " AS " + Sql.name(c))
                        .collect(Collectors.joining(", "))
                + " FROM " + BASE_ROWS + " s");
    }

    /** A query for everybody whom a table in the engine names. */
    static String personsOf(PlannedTable table) {
        StoredColumn key = table.source().stored(key(table));
        return "SELECT " + key.textIn("s") + " AS person FROM (SELECT DISTINCT " + Sql.name(key.name()) + " FROM "
                + Sql.name(table.source().rows()) + ") s";
    }

    private static String key(PlannedTable table) {
        String key = table.personKey();
        if (key == null) {
            throw new IllegalStateException("a table without a person key is the base itself");
        }
        return key;
    }

    /** Whether a table is the one whose rows are numbered in {@code base}. */
    boolean isBase(PlannedTable candidate) {
        return candidate.equals(table);
    }

    public @Nullable PlannedTable table() {
        return table;
    }

    /** What a table's untreated rows are read from. */
    public String relation(PlannedTable of) {
        return isBase(of) ? BASE : Sql.name(of.source().view());
    }

    /** The same rows with their columns as they are stored. */
    String rows(PlannedTable of) {
        return isBase(of) ? BASE_ROWS : Sql.name(of.source().rows());
    }

    /** How the person stands in {@link #rows}. */
    StoredColumn storedPerson(PlannedTable of) {
        return isBase(of) ? StoredColumn.text(PERSON) : of.source().stored(key(of));
    }

    /** The expression of the person in {@link #relation}. */
    public String person(PlannedTable of) {
        return isBase(of) ? PERSON : Sql.name(key(of));
    }

    public long persons() {
        return engine.number("SELECT count(*) FROM persons");
    }

    public long heldOut() {
        return engine.number("SELECT count(*) FROM persons WHERE heldout");
    }

    /** All rows of a table. */
    public long rowCount(PlannedTable of) {
        return engine.number("SELECT count(*) FROM " + relation(of));
    }

    /** Rows of a table that name nobody of the person table; they are left out, since nothing would cover them. */
    public long rowsWithoutPerson(PlannedTable of) {
        if (table == null) { // then everybody whom any table names takes part
            return engine.number("SELECT count(*) FROM " + rows(of) + " s WHERE "
                    + storedPerson(of).in("s") + " IS NULL");
        }
        return engine.number("SELECT count(*) FROM " + relation(of)
                + " s WHERE NOT EXISTS (SELECT 1 FROM everybody p WHERE p.person = s." + person(of) + ")");
    }

    /** Persons who are left out because they were not drawn. */
    public long notSampled() {
        return engine.number("SELECT count(*) FROM everybody WHERE NOT sampled");
    }
}
