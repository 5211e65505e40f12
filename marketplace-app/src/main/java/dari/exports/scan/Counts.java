package dari.exports.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the columns of a table that count persons or events, and the small ones among their cells. */
public final class Counts {

    private static final Pattern HEADER = Pattern.compile(
            "(^|[^a-z])(n|cnt|counts?|freq|frequency|cases?|patients?|persons?|subjects?|people|events?|deaths?|total)"
                    + "($|[^a-z])|건수|명수|인원|빈도|합계|\\((명|건|n)\\)|(환자|사람|대상자|사건|사망|발생)\\s?수");

    /** Whole numbers that count nobody. */
    private static final Pattern OTHER_NUMBERS = Pattern.compile(
            "(^|[^a-z])(id|rank|year|month|age|epochs?|steps?|fold|seed|layers?|code|auc|score)($|[^a-z])"
                    + "|연도|년도|나이|연령|순위|코드|점수");

    private static final Pattern COUNT =
            Pattern.compile("(\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,15})(?:\\.0+)?\\s?(?:명|건)?(\\s*\\([\\d.]+\\s?%\\))?");
    private static final Pattern HIDDEN = Pattern.compile("|-|–|\\*|[<≤]\\s?\\d+|n/?a|nan|null|비공개");

    private Counts() {}

    /** The columns that count; a table whose cells are all whole numbers beside one label a row is a cross-table. */
    public static List<Integer> columns(ResultTable table) {
        List<String> names = table.names();
        List<Integer> whole =
                table.columns().filter(c -> isWhole(table.column(c))).boxed().toList();
        boolean crossed = table.width() > 1
                && !whole.contains(0)
                && whole.size() == table.width() - 1
                && whole.stream()
                        .noneMatch(c -> OTHER_NUMBERS.matcher(names.get(c)).find());
        return whole.stream()
                .filter(c -> crossed
                        || (HEADER.matcher(names.get(c)).find()
                                && !OTHER_NUMBERS.matcher(names.get(c)).find())
                        || table.column(c).stream().anyMatch(Counts::hasShare))
                .toList();
    }

    /** What a cell counts; empty where it is no whole number. */
    public static OptionalLong of(String cell) {
        Matcher found = COUNT.matcher(cell.strip());
        return found.matches()
                ? OptionalLong.of(Long.parseLong(found.group(1).replace(",", "")))
                : OptionalLong.empty();
    }

    /** Cells that count somebody, but fewer than the threshold. */
    static List<Place> small(ResultTable table, long threshold) {
        List<Place> small = new ArrayList<>();
        for (int column : columns(table)) {
            for (int row = 0; row < table.rows().size(); row++) {
                OptionalLong count = of(table.rows().get(row).get(column));
                if (count.isPresent() && count.getAsLong() > 0 && count.getAsLong() < threshold) {
                    small.add(table.cell(row, column));
                }
            }
        }
        return small;
    }

    private static boolean isWhole(List<String> cells) {
        return cells.stream().anyMatch(cell -> of(cell).isPresent())
                && cells.stream()
                        .allMatch(cell -> of(cell).isPresent()
                                || HIDDEN.matcher(cell.strip().toLowerCase(Locale.ROOT))
                                        .matches());
    }

    private static boolean hasShare(String cell) {
        Matcher found = COUNT.matcher(cell.strip());
        return found.matches() && found.group(2) != null;
    }
}
