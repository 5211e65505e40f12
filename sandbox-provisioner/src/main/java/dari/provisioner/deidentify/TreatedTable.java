package dari.provisioner.deidentify;

import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.StoredColumn;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.recipe.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One table's released rows as a query in keyed-random order, with the helper tables it needs. */
public final class TreatedTable {

    private static final int DAYS_OF_A_WEEK = 7;
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private final DuckDb engine;
    private final Keyed keyed;
    private final PersonBase base;
    private final PlannedTable table;
    private final TableRecipe.@Nullable History history;
    private final List<String> joins = new ArrayList<>();
    private final List<ScrubbedColumn> scrubbed = new ArrayList<>();
    private final List<String> perPerson = new ArrayList<>();
    private final String people;

    private TreatedTable(DuckDb engine, Keyed keyed, PersonBase base, PlannedTable table) {
        this.engine = engine;
        this.keyed = keyed;
        this.base = base;
        this.table = table;
        this.history = table.recipe().history();
        this.people = Sql.name("people_" + table.name());
    }

    /**
     * @return the query and, where the table's histories are protected, what that took
     */
    public static Treated treat(DuckDb engine, Keyed keyed, PersonBase base, PlannedTable table) {
        TableRecipe.History history = table.recipe().history();
        Histories histories = history == null ? null : Histories.protect(engine, keyed, base, table, history);
        TreatedTable treated = new TreatedTable(engine, keyed, base, table);
        treated.drawPerPerson();
        List<TreatedColumn> columns = treated.columns();
        return new Treated(columns, treated.query(columns), histories, treated.scrubbed);
    }

    /**
     * @param query gives the columns as stored, under the recipe's names
     * @param inFileOrder whether the query reads files that are in the order of the release, and does not sort
     * @param scrubbed the columns of free text
     */
    public record Treated(
            List<TreatedColumn> columns,
            String query,
            boolean inFileOrder,
            @Nullable Histories histories,
            List<ScrubbedColumn> scrubbed) {
        public Treated {
            columns = List.copyOf(columns);
            scrubbed = List.copyOf(scrubbed);
        }

        /** By a query that sorts. */
        public Treated(
                List<TreatedColumn> columns,
                String query,
                @Nullable Histories histories,
                List<ScrubbedColumn> scrubbed) {
            this(columns, query, false, histories, scrubbed);
        }
    }

    /** What hangs on the person alone is drawn once per person and not once per row. */
    private void drawPerPerson() {
        for (PlannedTable.Column column : table.columns()) {
            Treatment treatment = column.recipe().treatment();
            if (treatment instanceof Treatment.Pseudonym pseudonym
                    && column.source().equals(table.personKey())) {
                addPerPerson(pseudonym(pseudonym, "person"));
            } else if (treatment instanceof Treatment.ShiftDate shift) {
                addPerPerson(days(shift));
            }
        }
        StoredColumn key = person();
        List<String> drawn = new ArrayList<>(List.of((key.isText() ? "person" : "narrow") + " AS person"));
        for (int i = 0; i < perPerson.size(); i++) {
            drawn.add(perPerson.get(i) + " AS drawn" + i);
        }
        String from = key.isText()
                ? "released"
                : "(SELECT person, TRY_CAST(person AS " + key.sqlType() + ") AS narrow FROM released)"
                        + " WHERE CAST(narrow AS VARCHAR) = person";
        engine.execute("CREATE TABLE " + people + " AS SELECT " + String.join(", ", drawn) + " FROM " + from);
    }

    private void addPerPerson(String expression) {
        if (!perPerson.contains(expression)) {
            perPerson.add(expression);
        }
    }

    private String drawn(String expression) {
        return "r.drawn" + perPerson.indexOf(expression);
    }

    private List<TreatedColumn> columns() {
        List<TreatedColumn> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            PlannedTable.Column column = table.columns().get(i);
            TreatedColumn treated = treated(column, i);
            columns.add(new TreatedColumn(
                    treated.name(), emptiedWithCode(column, treated.stored()), treated.published(), treated.type()));
        }
        return columns;
    }

    /**
     * The order is a function of the released rows and the key, so it says nothing of the source's order; a hash that is quick
     * will do, since there is nothing in it to find out.
     */
    private String query(List<TreatedColumn> columns) {
        String inner = columns.stream()
                .map(c -> c.stored() + " AS " + Sql.name(c.name()))
                .collect(Collectors.joining(", "));
        String whole = columns.stream().map(c -> Sql.name(c.name())).collect(Collectors.joining(", "));
        return "SELECT * FROM (SELECT " + inner + " FROM " + rows() + " s JOIN " + people + " r ON r.person = "
                + person().in("s") + String.join("", joins) + ") ORDER BY hash("
                + keyed.seed("order:" + table.name()) + ", " + whole + ")";
    }

    /** Where the rows to treat are. */
    private String rows() {
        return history == null ? base.rows(table) : Histories.rows(table);
    }

    private StoredColumn stored(String source) {
        return table.source().stored(source);
    }

    private StoredColumn person() {
        return base.storedPerson(table);
    }

    private TreatedColumn treated(PlannedTable.Column column, int index) {
        StoredColumn source = stored(column.source());
        Treatment treatment = column.recipe().treatment();
        if (treatment instanceof Treatment.Pseudonym pseudonym) {
            return pseudonym(pseudonym, column);
        } else if (treatment instanceof Treatment.ShiftDate shift) {
            return typed(column, shifted(shift, source), ColumnTypes.Type.DATE);
        } else if (treatment instanceof Treatment.ByModel) {
            return text(column, modelled(column));
        } else if (treatment instanceof Treatment.Generalise generalise) {
            return recoded(column, index, generalised(generalise, column, index));
        } else if (treatment instanceof Treatment.GroupRare rare) {
            return isHistoryCode(column)
                    ? coded(column, source, rare.other())
                    : recoded(column, index, grouped(rare, column, index));
        } else if (treatment instanceof Treatment.Cap cap) {
            Numbers.Expression capped = Numbers.capped(cap, source);
            return capped.type() == ColumnTypes.Type.TEXT
                    ? text(column, capped.sql())
                    : typed(column, capped.sql(), capped.type());
        } else if (treatment instanceof Treatment.Round round) {
            Numbers.Expression rounded = Numbers.rounded(round, source);
            return typed(column, rounded.sql(), rounded.type());
        } else if (treatment instanceof Treatment.Noise noise) {
            String hex = keyed.hex(
                    "noise:" + table.name() + "." + column.name(),
                    "s." + base.person(table) + " || chr(31) || " + source.textIn("s"));
            Numbers.Expression noisy = Numbers.noisy(noise, source, hex);
            return typed(column, noisy.sql(), noisy.type());
        } else if (treatment instanceof Treatment.Scrub) {
            return typed(column, scrubbed(column, index, source), ColumnTypes.Type.TEXT);
        } else if (treatment instanceof Treatment.Constant constant) {
            return text(column, Sql.text(constant.value()));
        }
        return isHistoryCode(column) ? coded(column, source, otherCode()) : kept(column, source);
    }

    private static TreatedColumn typed(PlannedTable.Column column, String stored, ColumnTypes.Type type) {
        return new TreatedColumn(column.name(), stored, Sql.name(column.name()), type);
    }

    private static TreatedColumn text(PlannedTable.Column column, String stored) {
        return new TreatedColumn(column.name(), stored, Sql.name(column.name()), null);
    }

    private static TreatedColumn kept(PlannedTable.Column column, StoredColumn source) {
        boolean narrow = source.type() != null && source.type() != ColumnTypes.Type.TEXT;
        String name = Sql.name(column.name());
        return new TreatedColumn(
                column.name(),
                source.in("s"),
                narrow || source.isText() ? name : "CAST(" + name + " AS VARCHAR)",
                source.type());
    }

    private TreatedColumn recoded(PlannedTable.Column column, int index, Dictionary dictionary) {
        joins.add(" LEFT JOIN " + dictionary.table() + " h" + index + " ON h" + index + ".value = "
                + stored(column.source()).in("s"));
        String name = Sql.name(column.name());
        return new TreatedColumn(
                column.name(),
                "h" + index + ".label",
                dictionary.type() == ColumnTypes.Type.INTEGER ? name : "CAST(" + name + " AS VARCHAR)",
                dictionary.type());
    }

    private TreatedColumn pseudonym(Treatment.Pseudonym pseudonym, PlannedTable.Column column) {
        String name = Sql.name(column.name());
        String stored = column.source().equals(table.personKey())
                ? drawn(pseudonym(pseudonym, "person"))
                : pseudonym(pseudonym, stored(column.source()));
        return pseudonym.integer()
                ? typed(column, stored, ColumnTypes.Type.INTEGER)
                : new TreatedColumn(
                        column.name(), stored, "lower(hex(CAST(" + name + " AS BLOB)))", ColumnTypes.Type.TEXT);
    }

    /** 63 bits, or 128 bits that the engine keeps as a UUID. */
    private String pseudonym(Treatment.Pseudonym pseudonym, String value) {
        String purpose = "pseudonym:" + pseudonym.space();
        return pseudonym.integer() ? keyed.number(purpose, value) : "CAST(" + keyed.hex(purpose, value) + " AS UUID)";
    }

    private String pseudonym(Treatment.Pseudonym pseudonym, StoredColumn value) {
        return pseudonym.integer()
                ? keyed.number("pseudonym:" + pseudonym.space(), value, "s")
                : pseudonym(pseudonym, value.textIn("s"));
    }

    /** Never by nothing: 1 to maxDays either way. */
    private String days(Treatment.ShiftDate shift) {
        String random = keyed.integer("shiftDate", "person");
        int step = shift.keepWeekday() ? DAYS_OF_A_WEEK : 1;
        return "CAST(" + step + " * (1 + (" + random + " // 2) % " + shift.maxDays() / step + ") * (1 - 2 * (" + random
                + " % 2)) AS INTEGER)"; // no CASE: there the engine would draw twice
    }

    /** The time of day is left out, since to the second it names a visit. */
    private String shifted(Treatment.ShiftDate shift, StoredColumn source) {
        String date = source.sqlType().equals("DATE")
                ? source.in("s")
                : "TRY_CAST(substr(" + source.textIn("s") + ", 1, 10) AS DATE)";
        String moved = date + " + " + drawn(days(shift));
        return switch (shift.precision()) {
            case DAY -> moved;
            case MONTH -> "CAST(date_trunc('month', " + moved + ") AS DATE)";
            case YEAR -> "CAST(date_trunc('year', " + moved + ") AS DATE)";
        };
    }

    private String modelled(PlannedTable.Column column) {
        if (joins.stream().noneMatch(j -> j.contains(PersonSolution.LABELS))) {
            joins.add(" JOIN " + PersonSolution.LABELS + " g ON g.rid = s." + PersonBase.RID);
        }
        return "g.q" + table.quasi().indexOf(column);
    }

    private Dictionary generalised(Treatment.Generalise treatment, PlannedTable.Column column, int index) {
        StoredColumn source = stored(column.source());
        Map<String, String> labels = new TreeMap<>();
        engine.each(
                "SELECT " + source.textIn("s") + " FROM (SELECT DISTINCT " + Sql.name(source.name()) + " FROM "
                        + base.rows(table) + ") s WHERE " + source.in("s") + " IS NOT NULL",
                row -> labels.put(row.getString(1), ""));
        Dictionary.generalise(labels, treatment, table.name() + "." + column.name());
        return Dictionary.of(engine, "level_" + table.name() + "_" + index, source, labels);
    }

    private String scrubbed(PlannedTable.Column column, int index, StoredColumn source) {
        ScrubbedColumn made = ScrubbedColumn.make(engine, keyed, base, table, column, index);
        scrubbed.add(made);
        joins.add(" LEFT JOIN " + made.helper() + " t" + index + " ON t" + index + ".person = "
                + person().textIn("s") + " AND t" + index + ".digest = "
                + ScrubbedColumn.digest(source.textIn("s")));
        return "t" + index + ".scrubbed";
    }

    private Dictionary grouped(Treatment.GroupRare rare, PlannedTable.Column column, int index) {
        return Dictionary.ofFrequent(
                engine,
                "grouped_" + table.name() + "_" + index,
                stored(column.source()),
                base.rows(table),
                person().in("s"),
                people,
                rare.minPersons(),
                rare.other());
    }

    private boolean isHistoryCode(PlannedTable.Column column) {
        return history != null && history.code().equalsIgnoreCase(column.name());
    }

    private String otherCode() {
        return history == null ? "" : history.other();
    }

    /**
     * What a column of codes holds once some of them have become another one: whole numbers stay whole numbers.
     *
     * @return null when only a look at every code can tell
     */
    public static ColumnTypes.@Nullable Type codeType(StoredColumn source, String other) {
        return source.isInteger() && WHOLE.matcher(other).matches() ? ColumnTypes.Type.INTEGER : null;
    }

    /** A code that a person lost becomes the other one. */
    private TreatedColumn coded(PlannedTable.Column column, StoredColumn source, String other) {
        joinLost();
        String lost = "CASE WHEN c.code IS NOT NULL THEN ";
        return codeType(source, other) != null
                ? typed(column, lost + other + " ELSE " + source.in("s") + " END", ColumnTypes.Type.INTEGER)
                : text(column, lost + Sql.text(other) + " ELSE " + source.textIn("s") + " END");
    }

    private String emptiedWithCode(PlannedTable.Column column, String expression) {
        if (history == null || history.with().stream().noneMatch(column.name()::equalsIgnoreCase)) {
            return expression;
        }
        joinLost();
        return "CASE WHEN c.code IS NULL AND " + historyCode() + " IS NOT NULL THEN " + expression + " END";
    }

    private void joinLost() {
        if (joins.stream().noneMatch(j -> j.contains("\"lost_"))) {
            joins.add(" LEFT JOIN " + HistoryChoice.lost(table) + " c ON c.person = r.person AND c.code = "
                    + historyCode());
        }
    }

    private String historyCode() {
        return history == null
                ? "NULL"
                : "s." + Sql.name(table.column(history.code()).source());
    }
}
