package dari.sandboxes;

import dari.provisioner.release.Assessment.AttackResult;
import java.util.List;
import java.util.stream.IntStream;

/** A release's attacks as a table and as a chart of the same figures, one row an attack. */
public record AttackChart(List<AttackLine> lines) {

    /** What the upper bound of an attack's excess must stay below (the provisioner's own limit). */
    private static final double LIMIT = 0.05;

    private static final int WIDTH = 340;
    private static final int EDGE = 8;
    private static final int TOP = 20;
    private static final int ROW = 24;

    public static AttackChart of(List<AttackResult> results) {
        return new AttackChart(IntStream.range(0, results.size())
                .mapToObj(i -> AttackLine.of(i + 1, results.get(i)))
                .toList());
    }

    public int height() {
        return TOP + ROW * lines.size();
    }

    /** The middle of a line's row. */
    public int y(AttackLine line) {
        return TOP + ROW * line.number() - ROW / 2;
    }

    /** Where a share from 0 to 1 stands; less than nothing is drawn as nothing. */
    public double x(double share) {
        return EDGE + (WIDTH - 2 * EDGE) * Math.max(0, Math.min(1, share));
    }

    public double limit() {
        return x(LIMIT);
    }
}
