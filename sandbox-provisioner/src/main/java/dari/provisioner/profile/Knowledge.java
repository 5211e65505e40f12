package dari.provisioner.profile;

import dari.provisioner.release.Distribution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * What an acquaintance may know of a person of one table, and how far that would name the person if nothing were done. A
 * profile shows columns one by one, so they are taken as independent: related columns name fewer than is estimated here.
 */
final class Knowledge {

    /**
     * Share of persons named, above which the assessment's attack on the raw table is expected to be red: it must exceed its
     * success on strangers by 0.1, and related columns take the rest.
     */
    private static final double ENOUGH = 0.5;

    /** More columns than these would be blurred so far that nothing is left of them. */
    private static final int MOST = 12;

    /** Persons that the estimate draws; its standard error is then at most 0.012. */
    private static final int DRAWS = 2000;

    /** Different values up to which a column without order or hierarchy may be blurred and still say something. */
    private static final int FEW = 30;

    /** Different numbers up to which they may be codes. */
    private static final int CODES = 10;

    /** What others see of a person's life and stay, by the names that tables use. */
    private static final Pattern SEEN = Pattern.compile(
            ".*(admi(t|ss)|discharg|depart|special|ward|hospital|insur|payer|stay|occupation|job|work|income|employ|relation"
                    + "|household|weight|height|bmi|hours|smok|pregnan).*|los|.*(입원|퇴원|진료과|병동|보험|직업|체중|신장|재원).*");

    private final double persons;

    Knowledge(Profile.Table table) {
        Long count = table.persons() == null ? table.rows() : table.persons();
        this.persons = count == null ? 1 : count;
    }

    /**
     * Columns to add to those known so that an attack on the raw table has power: first what others see, then numbers, which
     * can be blurred by ranges, then columns of few values; the more telling first.
     *
     * @param known columns that are known anyway
     * @param possible columns that could be known as well
     */
    List<Profile.Column> added(Collection<Profile.Column> known, Collection<Profile.Column> possible) {
        List<Profile.Column> all = new ArrayList<>(known);
        List<Profile.Column> added = new ArrayList<>();
        List<Profile.Column> candidates = possible.stream()
                .filter(column -> isNumber(column) || different(column) <= FEW)
                .filter(column -> bits(column) > 0)
                .sorted(Comparator.comparing((Profile.Column column) -> !isSeen(column))
                        .thenComparing(column -> !isNumber(column))
                        .thenComparing(
                                Comparator.comparingDouble(Knowledge::bits).reversed()))
                .toList();
        for (Profile.Column column : candidates) {
            if (all.size() >= MOST || named(all) >= ENOUGH) {
                break;
            }
            all.add(column);
            added.add(column);
        }
        return added;
    }

    /** Whether an attack with this knowledge can be expected to succeed on the raw table. */
    boolean suffices(Collection<Profile.Column> known) {
        return named(known) >= ENOUGH;
    }

    /**
     * Expected share of persons whom the columns single out, less the share of strangers whom they seem to: a person of a
     * combination with probability p is alone among n with (1 - p)^n, and a stranger fits exactly one with n p (1 - p)^n.
     */
    double named(Collection<Profile.Column> columns) {
        List<double[]> values = columns.stream().map(Knowledge::probabilities).toList();
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double p = 1;
            for (double[] column : values) {
                p *= column[drawnIndex(column, random.nextDouble())];
            }
            double expected = persons * p;
            sum += Math.exp(-expected) * (1 - expected);
        }
        return sum / DRAWS;
    }

    /** Which value is drawn by the probabilities. */
    static int drawnIndex(double[] probabilities, double at) {
        double left = at;
        for (int i = 0; i < probabilities.length; i++) {
            left -= probabilities[i];
            if (left < 0) {
                return i;
            }
        }
        return probabilities.length - 1;
    }

    /** Of each different value: those of a bin, and those that are not shown, in equal parts. */
    static double[] probabilities(Profile.Column column) {
        List<Distribution.Cell> cells = column.distribution().cells();
        Long others = column.distribution().otherCount();
        Long missing = column.missing();
        long different = Math.max(different(column), cells.size());
        boolean bins = column.distribution().kind() == Distribution.Kind.HISTOGRAM;
        long perCell = bins && !cells.isEmpty() ? Math.max(1, different / cells.size()) : 1;
        long hidden = bins ? perCell : Math.max(1, different - cells.size());
        List<Double> weights = new ArrayList<>();
        cells.forEach(cell -> spread(weights, cell.count(), perCell));
        spread(weights, others == null ? Distribution.SMALLEST_SHOWN : others, hidden);
        spread(weights, missing == null ? Distribution.SMALLEST_SHOWN : missing, 1);
        double whole = weights.stream().mapToDouble(Double::doubleValue).sum();
        return whole == 0
                ? new double[] {1}
                : weights.stream().mapToDouble(weight -> weight / whole).toArray();
    }

    private static void spread(List<Double> weights, long rows, long values) {
        long parts = rows == 0 ? 0 : Math.min(values, rows);
        for (long i = 0; i < parts; i++) {
            weights.add((double) rows / parts);
        }
    }

    static double bits(Profile.Column column) {
        double bits = 0;
        for (double p : probabilities(column)) {
            bits -= p > 0 ? p * Math.log(p) / Math.log(2) : 0;
        }
        return bits;
    }

    static long different(Profile.Column column) {
        Long distinct = column.distinct();
        return distinct == null ? column.distribution().cells().size() : distinct;
    }

    /** Whether a column's values can be blurred by ranges; a few whole numbers may be codes, whose ranges mean nothing. */
    static boolean hasRanges(Profile.Column column) {
        return isNumber(column) && different(column) > CODES;
    }

    private static boolean isNumber(Profile.Column column) {
        return column.type().equals("integer") || column.type().equals("decimal");
    }

    private static boolean isSeen(Profile.Column column) {
        return SEEN.matcher(column.name().toLowerCase(Locale.ROOT)).matches();
    }
}
