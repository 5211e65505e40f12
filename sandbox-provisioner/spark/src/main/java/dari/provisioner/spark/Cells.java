package dari.provisioner.spark;

import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.deidentify.TreatedTable;
import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.StoredColumn;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.recipe.Treatment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The treatments as functions of a joined row. */
final class Cells {

    private static final int DAYS_OF_A_WEEK = 7;

    private final PlannedTable table;
    private final TableColumns columns;
    private final List<String> joined;
    private final TableRecipe.@Nullable History history;
    private final int person;

    /** @param joined names of all columns of the joined rows */
    Cells(TableColumns columns, List<String> joined) {
        this.table = columns.table();
        this.columns = columns;
        this.joined = joined;
        this.history = table.recipe().history();
        this.person = joined.indexOf(columns.person());
    }

    /**
     * @param label name of the joined column that holds what a value becomes, where something was looked up
     * @param labels what the labels hold; null when only a look at every one can tell
     * @param stored what the source's column holds
     */
    Treating treating(
            PlannedTable.Column column, String label, ColumnTypes.@Nullable Type labels, StoredColumn stored) {
        Treating treating = alone(column, label, labels, stored);
        if (history == null || history.with().stream().noneMatch(column.name()::equalsIgnoreCase)) {
            return treating;
        }
        int lost = joined.indexOf(ProtectedRows.LOST);
        int code = joined.indexOf(columns.source(table.column(history.code()).source()));
        Cell cell = treating.cell();
        return treating.with((row, tools) -> row.isNullAt(code) || !row.isNullAt(lost) ? null : cell.of(row, tools));
    }

    private Treating alone(
            PlannedTable.Column column, String label, ColumnTypes.@Nullable Type labels, StoredColumn stored) {
        Treatment treatment = column.recipe().treatment();
        int source = joined.indexOf(columns.source(column.source()));
        int looked = joined.indexOf(label);
        if (treatment instanceof Treatment.Pseudonym pseudonym) {
            return pseudonym(pseudonym, column, column.source().equals(table.personKey()) ? person : source);
        } else if (treatment instanceof Treatment.ShiftDate shift) {
            return Treating.day(column, shifted(shift, source, person));
        } else if (treatment instanceof Treatment.ByModel) {
            return Treating.text(column, kept(joined.indexOf(columns.label(column))), null);
        } else if (treatment instanceof Treatment.Generalise || treatment instanceof Treatment.Scrub) {
            return Treating.text(
                    column, kept(looked), treatment instanceof Treatment.Scrub ? ColumnTypes.Type.TEXT : labels);
        } else if (treatment instanceof Treatment.GroupRare rare) {
            return isCode(column)
                    ? coded(column, source, rare.other(), stored)
                    : Treating.text(column, kept(looked), labels);
        } else if (treatment instanceof Treatment.Cap cap) {
            boolean whole = stored.isInteger() && Numbers.isWhole(cap.min()) && Numbers.isWhole(cap.max());
            return Treating.text(column, Numbers.capped(cap, source, whole), whole ? ColumnTypes.Type.INTEGER : null);
        } else if (treatment instanceof Treatment.Round round) {
            return Treating.computed(column, Numbers.rounded(round, source), multiples(round.to()));
        } else if (treatment instanceof Treatment.Noise noise) {
            String purpose = "noise:" + table.name() + "." + column.name();
            return Treating.computed(column, Numbers.noisy(noise, source, person, purpose), multiples(noise.to()));
        } else if (treatment instanceof Treatment.Constant constant) {
            String value = constant.value();
            return Treating.text(column, (row, tools) -> value, null);
        } else if (treatment instanceof Treatment.Keep) {
            return isCode(column)
                    ? coded(column, source, otherCode(), stored)
                    : Treating.text(column, kept(source), stored.type());
        }
        throw new IllegalStateException(
                "no such treatment on Spark: " + treatment.getClass().getSimpleName());
    }

    private static ColumnTypes.Type multiples(double step) {
        return Numbers.areIntegers(step) ? ColumnTypes.Type.INTEGER : ColumnTypes.Type.DECIMAL;
    }

    private static Cell kept(int column) {
        return (row, tools) -> row.getString(column);
    }

    private static Treating pseudonym(Treatment.Pseudonym treatment, PlannedTable.Column column, int source) {
        String purpose = "pseudonym:" + treatment.space();
        if (treatment.integer()) {
            return Treating.computed(
                    column,
                    (row, tools) ->
                            row.isNullAt(source) ? null : (Object) tools.mac().number(purpose, row.getString(source)),
                    ColumnTypes.Type.INTEGER);
        }
        return Treating.text(
                column,
                (row, tools) -> row.isNullAt(source) ? null : tools.mac().hex(purpose, row.getString(source)),
                ColumnTypes.Type.TEXT);
    }

    /** Never by nothing: 1 to maxDays either way; the time of day is left out. */
    private static Cell shifted(Treatment.ShiftDate shift, int source, int person) {
        int step = shift.keepWeekday() ? DAYS_OF_A_WEEK : 1;
        int steps = shift.maxDays() / step;
        Treatment.ShiftDate.Precision precision = shift.precision();
        return (row, tools) -> {
            Integer day = tools.casts().day(row.getString(source));
            if (day == null) {
                return null;
            }
            long random = tools.mac().integer("shiftDate", row.getString(person));
            long moved = day + step * (1 + (random / 2) % steps) * (random % 2 == 0 ? 1 : -1);
            LocalDate date = LocalDate.ofEpochDay(moved);
            return Math.toIntExact(
                    switch (precision) {
                        case DAY -> moved;
                        case MONTH -> date.withDayOfMonth(1).toEpochDay();
                        case YEAR -> date.withDayOfYear(1).toEpochDay();
                    });
        };
    }

    private boolean isCode(PlannedTable.Column column) {
        return history != null && history.code().equalsIgnoreCase(column.name());
    }

    private String otherCode() {
        return history == null ? "" : history.other();
    }

    /** A code that a person lost becomes the other one; whole numbers stay whole numbers. */
    private Treating coded(PlannedTable.Column column, int source, String other, StoredColumn stored) {
        int lost = joined.indexOf(ProtectedRows.LOST);
        return Treating.text(
                column,
                (row, tools) -> row.isNullAt(lost) ? row.getString(source) : other,
                TreatedTable.codeType(stored, other));
    }
}
