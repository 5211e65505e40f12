package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.recipe.Treatment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One table's released rows as a query of text columns in keyed-random order, with the helper tables it needs. */
public final class TreatedTable {

    private static final int DAYS_OF_A_WEEK = 7;

    private final DuckDb engine;
    private final Keyed keyed;
    private final PersonBase base;
    private final PlannedTable table;
    private final List<String> joins = new ArrayList<>();
    private final List<ScrubbedColumn> scrubbed = new ArrayList<>();

    private TreatedTable(DuckDb engine, Keyed keyed, PersonBase base, PlannedTable table) {
        this.engine = engine;
        this.keyed = keyed;
        this.base = base;
        this.table = table;
    }

    /**
     * @return the query and, where the table's histories are protected, what that took
     */
    public static Treated treat(DuckDb engine, Keyed keyed, PersonBase base, PlannedTable table) {
        TableRecipe.History history = table.recipe().history();
        Histories histories = history == null ? null : Histories.protect(engine, keyed, base, table, history);
        TreatedTable treated = new TreatedTable(engine, keyed, base, table);
        return new Treated(treated.query(), histories, treated.scrubbed);
    }

    /**
     * @param query gives the released columns under the recipe's names
     * @param scrubbed the columns of free text
     */
    public record Treated(String query, @Nullable Histories histories, List<ScrubbedColumn> scrubbed) {
        public Treated {
            scrubbed = List.copyOf(scrubbed);
        }
    }

    private String query() {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            PlannedTable.Column column = table.columns().get(i);
            columns.add(emptiedWithCode(column, expression(column, i)) + " AS " + Sql.name(column.name()));
        }
        String rows = table.recipe().history() == null ? base.relation(table) : Histories.rows(table);
        String inner = "SELECT " + String.join(", ", columns) + " FROM " + rows + " s JOIN released r ON r.person = s."
                + base.person(table) + String.join("", joins);
        String whole = table.columns().stream()
                .map(c -> "coalesce(" + Sql.name(c.name()) + ", '')")
                .collect(Collectors.joining(" || chr(31) || "));
        return "SELECT * FROM (" + inner + ") ORDER BY " + keyed.integer("order:" + table.name(), whole);
    }

    private String expression(PlannedTable.Column column, int index) {
        String value = "s." + Sql.name(column.source());
        Treatment treatment = column.recipe().treatment();
        if (treatment instanceof Treatment.Pseudonym pseudonym) {
            return pseudonym(pseudonym, value);
        } else if (treatment instanceof Treatment.ShiftDate shift) {
            return shifted(shift, value);
        } else if (treatment instanceof Treatment.ByModel) {
            return modelled(column);
        } else if (treatment instanceof Treatment.Generalise generalise) {
            return generalised(generalise, column, index, value);
        } else if (treatment instanceof Treatment.GroupRare rare) {
            return isHistoryCode(column) ? coded(value, rare.other()) : grouped(rare, column, index, value);
        } else if (treatment instanceof Treatment.Cap cap) {
            return capped(cap, value);
        } else if (treatment instanceof Treatment.Round round) {
            return rounded(round.to(), "TRY_CAST(" + value + " AS DOUBLE)");
        } else if (treatment instanceof Treatment.Noise noise) {
            return noisy(noise, column, value);
        } else if (treatment instanceof Treatment.Scrub) {
            return scrubbed(column, index, value);
        } else if (treatment instanceof Treatment.Constant constant) {
            return Sql.text(constant.value());
        }
        return isHistoryCode(column) ? coded(value, otherCode()) : value;
    }

    private String pseudonym(Treatment.Pseudonym pseudonym, String value) {
        String purpose = "pseudonym:" + pseudonym.space();
        return pseudonym.integer()
                ? "CAST(CASE WHEN " + value + " IS NOT NULL THEN CAST('0x' || substr(" + keyed.hex(purpose, value)
                        + ", 1, 16) AS UBIGINT) // 2 END AS VARCHAR)"
                : "substr(" + keyed.hex(purpose, value) + ", 1, 32)";
    }

    /** Never by nothing: 1 to maxDays either way. The time of day is left out, since to the second it names a visit. */
    private String shifted(Treatment.ShiftDate shift, String value) {
        String random = keyed.integer("shiftDate", "s." + base.person(table));
        int step = shift.keepWeekday() ? DAYS_OF_A_WEEK : 1;
        String days = step + " * (1 + (" + random + " // 2) % " + shift.maxDays() / step + ") * (CASE WHEN " + random
                + " % 2 = 0 THEN 1 ELSE -1 END)";
        String moved = "TRY_CAST(substr(" + value + ", 1, 10) AS DATE) + CAST(" + days + " AS INTEGER)";
        return "strftime("
                + switch (shift.precision()) {
                    case DAY -> moved;
                    case MONTH -> "date_trunc('month', " + moved + ")";
                    case YEAR -> "date_trunc('year', " + moved + ")";
                }
                + ", '%Y-%m-%d')";
    }

    private String modelled(PlannedTable.Column column) {
        if (joins.stream().noneMatch(j -> j.contains(PersonSolution.LABELS))) {
            joins.add(" JOIN " + PersonSolution.LABELS + " g ON g.rid = s." + PersonBase.RID);
        }
        return "g.q" + table.quasi().indexOf(column);
    }

    private String generalised(Treatment.Generalise treatment, PlannedTable.Column column, int index, String value) {
        TreeSet<String> values = new TreeSet<>(engine.list(
                "SELECT DISTINCT " + Sql.name(column.source()) + " FROM " + base.relation(table) + " WHERE "
                        + Sql.name(column.source()) + " IS NOT NULL",
                row -> row.getString(1)));
        Hierarchy hierarchy = Hierarchies.build(treatment.hierarchy(), values, table.name() + "." + column.name());
        int level = Math.min(treatment.level(), hierarchy.levels() - 1);
        String helper = "level_" + table.name() + "_" + index;
        engine.execute("CREATE TABLE " + Sql.name(helper) + " (value VARCHAR, label VARCHAR)");
        engine.append(helper, appender -> {
            for (String found : values) {
                appender.beginRow();
                appender.append(found);
                appender.append(hierarchy.label(hierarchy.node(hierarchy.leaf(found), level)));
                appender.endRow();
            }
        });
        joins.add(" LEFT JOIN " + Sql.name(helper) + " h" + index + " ON h" + index + ".value = " + value);
        return "h" + index + ".label";
    }

    private String scrubbed(PlannedTable.Column column, int index, String value) {
        ScrubbedColumn made = ScrubbedColumn.make(engine, keyed, base, table, column, index);
        scrubbed.add(made);
        joins.add(" LEFT JOIN " + made.helper() + " t" + index + " ON t" + index + ".person = s." + base.person(table)
                + " AND t" + index + ".digest = " + ScrubbedColumn.digest(value));
        return "t" + index + ".scrubbed";
    }

    private String grouped(Treatment.GroupRare rare, PlannedTable.Column column, int index, String value) {
        String helper = Sql.name("frequent_" + table.name() + "_" + index);
        engine.execute("CREATE TABLE " + helper + " AS SELECT s." + Sql.name(column.source()) + " AS value FROM "
                + base.relation(table) + " s JOIN released r ON r.person = s." + base.person(table)
                + " GROUP BY 1 HAVING count(DISTINCT r.person) >= " + rare.minPersons());
        joins.add(" LEFT JOIN " + helper + " f" + index + " ON f" + index + ".value = " + value);
        return "CASE WHEN " + value + " IS NULL THEN NULL WHEN f" + index + ".value IS NULL THEN "
                + Sql.text(rare.other()) + " ELSE " + value + " END";
    }

    /** Outside the bounds the bound; inside, the number as it was written; what is no number becomes missing. */
    private static String capped(Treatment.Cap cap, String value) {
        String number = "TRY_CAST(" + value + " AS DOUBLE)";
        StringBuilder sql = new StringBuilder("CASE WHEN " + number + " IS NULL THEN NULL");
        Double min = cap.min();
        Double max = cap.max();
        if (min != null) {
            sql.append(" WHEN ")
                    .append(number)
                    .append(" < ")
                    .append(min)
                    .append(" THEN ")
                    .append(Sql.text(plain(min)));
        }
        if (max != null) {
            sql.append(" WHEN ")
                    .append(number)
                    .append(" > ")
                    .append(max)
                    .append(" THEN ")
                    .append(Sql.text(plain(max)));
        }
        return sql.append(" ELSE ").append(value).append(" END").toString();
    }

    private static String rounded(double to, String number) {
        String step = plain(to);
        int scale = Math.max(0, BigDecimal.valueOf(to).stripTrailingZeros().scale());
        return "CAST(CAST(round((" + number + ") / " + step + ") * " + step + " AS DECIMAL(30, " + scale
                + ")) AS VARCHAR)";
    }

    /** Two halves of one keyed hash are the two uniform numbers that Box and Muller (1958) make a normal one of. */
    private String noisy(Treatment.Noise noise, PlannedTable.Column column, String value) {
        String hex = keyed.hex(
                "noise:" + table.name() + "." + column.name(), "s." + base.person(table) + " || chr(31) || " + value);
        String first = "(1.0 + CAST('0x' || substr(" + hex + ", 1, 13) AS BIGINT)) / " + (1L << 52);
        String second = "CAST('0x' || substr(" + hex + ", 14, 13) AS BIGINT) / " + (double) (1L << 52);
        return rounded(
                noise.to(),
                "TRY_CAST(" + value + " AS DOUBLE) + " + plain(noise.deviation()) + " * sqrt(-2 * ln(" + first
                        + ")) * cos(2 * pi() * " + second + ")");
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private boolean isHistoryCode(PlannedTable.Column column) {
        TableRecipe.History history = table.recipe().history();
        return history != null && history.code().equalsIgnoreCase(column.name());
    }

    private String otherCode() {
        TableRecipe.History history = table.recipe().history();
        return history == null ? "" : history.other();
    }

    private String coded(String value, String other) {
        joinKept();
        return "CASE WHEN " + value + " IS NULL THEN NULL WHEN c.code IS NULL THEN " + Sql.text(other) + " ELSE "
                + value + " END";
    }

    private String emptiedWithCode(PlannedTable.Column column, String expression) {
        TableRecipe.History history = table.recipe().history();
        if (history == null || history.with().stream().noneMatch(column.name()::equalsIgnoreCase)) {
            return expression;
        }
        joinKept();
        return "CASE WHEN c.code IS NOT NULL THEN " + expression + " END";
    }

    private void joinKept() {
        TableRecipe.History history = table.recipe().history();
        if (history != null && joins.stream().noneMatch(j -> j.contains("\"kept_"))) {
            joins.add(" LEFT JOIN " + Histories.kept(table) + " c ON c.person = r.person AND c.code = s."
                    + Sql.name(table.column(history.code()).source()));
        }
    }
}
