package dari.provisioner.release;

import java.util.List;

/** A small drawing of pairs of shares, for a page that holds several: each row has one bar above another. */
final class BarPlot {

    private static final int WIDTH = 300;
    private static final int ROW = 24;
    private static final int BAR = 8;
    private static final double WHOLE = 1;
    private static final double STEP = 0.25;

    private BarPlot() {}

    /** Two shares of one row, from 0 to 1. */
    record Pair(double first, double second) {}

    /**
     * @param title what the drawing shows, already escaped
     * @param first class of the upper bars, {@code second} of the lower ones
     */
    static String pairs(List<Pair> pairs, String title, String first, String second) {
        PlotCanvas canvas = new PlotCanvas(WIDTH, pairs.size(), ROW, 0, WHOLE, title);
        for (int i = 0; i < pairs.size(); i++) {
            canvas.bar(0, pairs.get(i).first(), canvas.top(i) + 3, BAR, first);
            canvas.bar(0, pairs.get(i).second(), canvas.top(i) + 3 + BAR + 2, BAR, second);
        }
        return canvas.closed(STEP);
    }

    /**
     * One whole, of which parts are taken one after the other.
     *
     * @param before share taken before
     * @param now share taken now
     */
    static String taken(double before, double now, String title) {
        PlotCanvas canvas = new PlotCanvas(WIDTH, 1, ROW, 0, WHOLE, title);
        canvas.bar(0, WHOLE, 4, 2 * BAR, "out");
        canvas.bar(0, before, 4, 2 * BAR, "raw");
        canvas.bar(before, before + now, 4, 2 * BAR, "in");
        return canvas.closed(STEP);
    }
}
