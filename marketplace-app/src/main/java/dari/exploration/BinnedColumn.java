package dari.exploration;

import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Distribution;
import dari.workspace.ChartBars;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A column in the cells that its dictionary shows, none of which is small by itself. What is in no such cell, or beyond the
 * first few, is counted together.
 */
record BinnedColumn(Dictionary.Column column) {

    private static final int MOST = 12;

    /** Label of what is in no shown cell. */
    static final String OTHER = "…";

    static boolean isPossible(Dictionary.Column column) {
        return column.distribution().kind() != Distribution.Kind.NONE
                && !column.distribution().cells().isEmpty();
    }

    /** In the order of the column's own chart. */
    List<String> labels() {
        return ChartBars.of(new Distribution(column.distribution().kind(), cells(), null)).bars().stream()
                .map(ChartBars.Bar::label)
                .toList();
    }

    /** The label of a row's cell. */
    String sql() {
        return cells().stream()
                .map(cell -> "WHEN " + isIn(cell) + " THEN " + Literals.text(cell.label()))
                .collect(Collectors.joining(" ", "CASE ", " ELSE " + Literals.text(OTHER) + " END"));
    }

    private String isIn(Distribution.Cell cell) {
        String name = Literals.name(column.name());
        Double from = cell.from();
        Double to = cell.to();
        if (column.distribution().kind() == Distribution.Kind.VALUES || from == null || to == null) {
            return "CAST(" + name + " AS VARCHAR) = " + Literals.text(cell.label());
        }
        boolean year = column.type().equals("date") || column.type().equals("timestamp");
        String value = year ? "year(" + name + ")" : name;
        return value + " >= " + Literals.number(from) + " AND " + value + " < " + Literals.number(to);
    }

    private List<Distribution.Cell> cells() {
        return column.distribution().cells().stream().limit(MOST).toList();
    }
}
