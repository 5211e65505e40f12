package dari.provisioner.release;

import java.util.Locale;

/** Static SVG of figures in rows along one axis of shares, for a page that is printed: no script and nothing loaded. Rows go by their number. */
final class PlotCanvas {

    private static final int LEFT = 34;
    private static final int RIGHT = 24;
    private static final int AXIS = 26;

    private final StringBuilder svg = new StringBuilder();
    private final int width;
    private final int rows;
    private final int rowHeight;
    private final double from;
    private final double to;

    /**
     * @param width in the drawing's own units, as {@code rowHeight}
     * @param from least value of the axis
     * @param to greatest value of it
     * @param title what the drawing shows, already escaped
     */
    PlotCanvas(int width, int rows, int rowHeight, double from, double to, String title) {
        this.width = width;
        this.rows = rows;
        this.rowHeight = rowHeight;
        this.from = from;
        this.to = to;
        add(
                "<svg class=\"plot\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\">%n",
                title, width, bottom() + AXIS);
        for (int i = 0; i < rows; i++) {
            add("<text x=\"4\" y=\"%d\">%d</text>%n", top(i) + rowHeight / 2 + 4, i + 1);
        }
    }

    int top(int row) {
        return row * rowHeight;
    }

    private int bottom() {
        return rows * rowHeight;
    }

    double x(double value) {
        double share = Math.max(0, Math.min(1, (value - from) / (to - from)));
        return LEFT + share * (width - LEFT - RIGHT);
    }

    /** @param y of its upper edge */
    void bar(double start, double end, int y, int height, String kind) {
        add(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
                kind, x(start), y, x(end) - x(start), height);
    }

    /** A line across all rows. */
    void limit(double value, String kind) {
        add("<line class=\"%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\"/>%n", kind, x(value), x(value), bottom());
    }

    /** Draws the axis and ends the drawing. */
    String closed(double step) {
        int y = bottom();
        add("<line class=\"zero\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>%n", LEFT, width - RIGHT, y, y);
        int steps = (int) Math.round((to - from) / step);
        int every = Math.max(1, steps / 8);
        for (int i = 0; i <= steps; i += every) {
            double value = from + i * step;
            add(
                    "<text class=\"tick\" x=\"%.1f\" y=\"%d\">%.0f%%</text>%n",
                    x(value), y + 16, value * 100 + 0.0); // + 0.0: no minus before a zero
        }
        return svg.append("</svg>\n").toString();
    }

    void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
