package dari.provisioner.samples;

import dari.provisioner.profile.Profile;
import dari.provisioner.release.Distribution;
import dari.provisioner.samples.SampleRows.Draw;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Draws a column's values from its shown cells, each as often as it was counted. */
final class DrawnValues implements Draw {

    private final Profile.Column column;
    private final List<Distribution.Cell> cells;
    private final long total;
    private final SplittableRandom random;

    private DrawnValues(Profile.Column column, List<Distribution.Cell> cells, SplittableRandom random) {
        this.column = column;
        this.cells = cells;
        this.total = cells.stream().mapToLong(Distribution.Cell::count).sum();
        this.random = random;
    }

    static Draw of(Profile.Column column, SplittableRandom random) {
        List<Distribution.Cell> shown = column.distribution().cells().stream()
                .filter(cell -> cell.count() > 0)
                .toList();
        return new DrawnValues(column, shown.isEmpty() ? PublicValues.of(column) : shown, random);
    }

    @Override
    public String value(int row) {
        Distribution.Cell cell = cell(random.nextLong(total));
        Double from = cell.from();
        Double to = cell.to();
        return from == null || to == null ? cell.label() : within(from, to);
    }

    private Distribution.Cell cell(long place) {
        long passed = 0;
        for (Distribution.Cell cell : cells) {
            passed += cell.count();
            if (place < passed) {
                return cell;
            }
        }
        throw new IllegalStateException("the cells hold fewer than their sum");
    }

    private String within(double from, double to) {
        return switch (column.type()) {
            case "date" -> day(from, to).toString();
            case "timestamp" -> day(from, to) + "T" + clock();
            case "integer" -> Long.toString((long) Math.floor(from + random.nextDouble() * (to - from)));
            default -> decimal(from, to);
        };
    }

    /** The cells of a time column are years. */
    private LocalDate day(double from, double to) {
        LocalDate first = LocalDate.of((int) from, 1, 1);
        LocalDate after = LocalDate.of((int) Math.max(from + 1, to), 1, 1);
        return first.plusDays(random.nextLong(after.toEpochDay() - first.toEpochDay()));
    }

    private String clock() {
        return String.format(Locale.ROOT, "%02d:%02d:00", random.nextInt(24), random.nextInt(60));
    }

    /** Two digits finer than the interval is wide: as precise as the shown distribution allows to say. */
    private String decimal(double from, double to) {
        int digits = Math.max(0, 2 - (int) Math.floor(Math.log10(to - from)));
        return BigDecimal.valueOf(from + random.nextDouble() * (to - from))
                .setScale(digits, RoundingMode.FLOOR)
                .toPlainString();
    }
}
