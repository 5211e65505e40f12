package dari.provisioner.release;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws attacks as static SVG for a page that is printed: no script, no colour that a black-and-white printer would lose. Attacks go by
 * their number in the table beside it, which holds the same figures.
 */
final class AttackPlot {

    private static final int WIDTH = 640;
    private static final int LEFT = 34;
    private static final int RIGHT = 24;
    private static final int ROW = 40;
    private static final int AXIS = 26;
    private static final int MARK = 4;

    /** From here on a figure is a leak, or not a sign of one: {@link Assessment.AttackResult}. */
    private static final double RED = 0.1;

    private static final double GREEN = 0.05;

    private final List<Assessment.AttackResult> attacks;
    private final StringBuilder svg = new StringBuilder();
    private final double from;
    private final double to;

    private AttackPlot(List<Assessment.AttackResult> attacks, double from, double to) {
        this.attacks = attacks;
        this.from = from;
        this.to = to;
    }

    /**
     * Two bars per attack: how often it succeeded on persons in the data, and on persons who were not.
     *
     * @param title what the drawing shows, already escaped
     */
    static String chances(List<Assessment.AttackResult> attacks, String title) {
        AttackPlot plot = new AttackPlot(attacks, 0, 1);
        plot.open(title);
        for (int i = 0; i < attacks.size(); i++) {
            Assessment.Measured release = attacks.get(i).release();
            plot.bar(i, 0, release.success(), "in");
            plot.bar(i, 1, release.controlSuccess(), "out");
        }
        plot.axis(0.25);
        return plot.closed();
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
        AttackPlot plot = new AttackPlot(
                attacks,
                Math.floor(Math.min(least, -0.05) / step) * step,
                Math.ceil(Math.max(most, RED + 0.05) / step) * step);
        plot.open(title);
        plot.limit(0, "zero");
        plot.limit(GREEN, "limit");
        plot.limit(RED, "limit red");
        for (int i = 0; i < attacks.size(); i++) {
            Assessment.AttackResult attack = attacks.get(i);
            plot.interval(i, 0, attack.release(), "release");
            plot.interval(i, 1, attack.rawTable(), "raw");
            plot.interval(i, 2, attack.freshRows(), "fresh");
        }
        plot.axis(step);
        return plot.closed();
    }

    private static DoubleStream ends(List<Assessment.AttackResult> attacks) {
        return attacks.stream()
                .flatMapToDouble(a -> DoubleStream.concat(
                        ends(a.release()), DoubleStream.concat(ends(a.rawTable()), ends(a.freshRows()))));
    }

    private static DoubleStream ends(Assessment.@Nullable Measured measured) {
        return measured == null ? DoubleStream.empty() : DoubleStream.of(measured.lower(), measured.upper());
    }

    private int height() {
        return attacks.size() * ROW + AXIS;
    }

    private void open(String title) {
        add("<svg class=\"plot\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\">%n", title, WIDTH, height());
        for (int i = 0; i < attacks.size(); i++) {
            add("<text x=\"4\" y=\"%d\">%d</text>%n", i * ROW + ROW / 2 + 4, i + 1);
        }
    }

    private String closed() {
        return svg.append("</svg>\n").toString();
    }

    private double x(double value) {
        double share = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private void bar(int attack, int place, double share, String kind) {
        add(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"12\"/>%n",
                kind, x(0), attack * ROW + 6 + place * 15, x(share) - x(0));
    }

    private void interval(int attack, int place, Assessment.@Nullable Measured measured, String kind) {
        if (measured == null) {
            return;
        }
        double y = attack * ROW + 8 + place * 11;
        add(
                "<line class=\"%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>%n",
                kind, x(measured.lower()), x(measured.upper()), y, y);
        double at = x(measured.excess());
        if (kind.equals("raw")) {
            add(
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\"/>%n",
                    kind, at - MARK, y - MARK, 2 * MARK, 2 * MARK);
        } else {
            add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"/>%n", kind, at, y, MARK);
        }
    }

    private void limit(double value, String kind) {
        add(
                "<line class=\"%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/>%n",
                kind, x(value), x(value), height() - AXIS);
    }

    private void axis(double step) {
        int y = height() - AXIS;
        add("<line class=\"zero\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>%n", LEFT, WIDTH - RIGHT, y, y);
        int steps = (int) Math.round((to - from) / step);
        int every = Math.max(1, steps / 8);
        for (int i = 0; i <= steps; i += every) {
            double value = from + i * step;
            add(
                    "<text class=\"tick\" x=\"%.1f\" y=\"%d\">%.0f%%</text>%n",
                    x(value), y + 16, value * 100 + 0.0); // + 0.0: no minus before a zero
        }
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
