package dari.provisioner.release;

import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws attacks as static SVG for a page that is printed: no script, no colour that a black-and-white printer would lose. Attacks go by
 * their number in the table beside it, which holds the same figures.
 */
final class AttackPlot {

    private static final int WIDTH = 640;
    private static final int ROW = 40;
    private static final int BAR = 12;
    private static final int MARK = 4;

    /** From here on a figure is a leak, or not a sign of one: {@link Assessment.AttackResult}. */
    private static final double RED = 0.1;

    private static final double GREEN = 0.05;

    private final PlotCanvas canvas;

    private AttackPlot(PlotCanvas canvas) {
        this.canvas = canvas;
    }

    /**
     * Two bars per attack: how often it succeeded on persons in the data, and on persons who were not.
     *
     * @param title what the drawing shows, already escaped
     */
    static String chances(List<Assessment.AttackResult> attacks, String title) {
        PlotCanvas canvas = new PlotCanvas(WIDTH, attacks.size(), ROW, 0, 1, title);
        for (int i = 0; i < attacks.size(); i++) {
            Assessment.Measured release = attacks.get(i).release();
            canvas.bar(0, release.success(), canvas.top(i) + 6, BAR, "in");
            canvas.bar(0, release.controlSuccess(), canvas.top(i) + 21, BAR, "out");
        }
        return canvas.closed(0.25);
    }

    /**
     * The excess of each attack with its 95 % interval, on the release, the raw table and fresh rows, beside the limits of the verdict.
     *
     * @param title what the drawing shows, already escaped
     */
    static String excesses(List<Assessment.AttackResult> attacks, String title) {
        double least = ends(attacks).min().orElse(0);
        double most = ends(attacks).max().orElse(RED);
        double step = most - least > 0.5 ? 0.25 : 0.05;
        PlotCanvas canvas = new PlotCanvas(
                WIDTH,
                attacks.size(),
                ROW,
                Math.floor(Math.min(least, -0.05) / step) * step,
                Math.ceil(Math.max(most, RED + 0.05) / step) * step,
                title);
        canvas.limit(0, "zero");
        canvas.limit(GREEN, "limit");
        canvas.limit(RED, "limit red");
        AttackPlot plot = new AttackPlot(canvas);
        for (int i = 0; i < attacks.size(); i++) {
            Assessment.AttackResult attack = attacks.get(i);
            plot.interval(i, 0, attack.release(), "release");
            plot.interval(i, 1, attack.rawTable(), "raw");
            plot.interval(i, 2, attack.freshRows(), "fresh");
        }
        return canvas.closed(step);
    }

    private static DoubleStream ends(List<Assessment.AttackResult> attacks) {
        return attacks.stream()
                .flatMapToDouble(a -> DoubleStream.concat(
                        ends(a.release()), DoubleStream.concat(ends(a.rawTable()), ends(a.freshRows()))));
    }

    private static DoubleStream ends(Assessment.@Nullable Measured measured) {
        return measured == null ? DoubleStream.empty() : DoubleStream.of(measured.lower(), measured.upper());
    }

    private void interval(int attack, int place, Assessment.@Nullable Measured measured, String kind) {
        if (measured == null) {
            return;
        }
        double y = canvas.top(attack) + 8 + place * 11;
        canvas.add(
                "<line class=\"%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>%n",
                kind, canvas.x(measured.lower()), canvas.x(measured.upper()), y, y);
        double at = canvas.x(measured.excess());
        if (kind.equals("raw")) {
            canvas.add(
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\"/>%n",
                    kind, at - MARK, y - MARK, 2 * MARK, 2 * MARK);
        } else {
            canvas.add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"/>%n", kind, at, y, MARK);
        }
    }
}
