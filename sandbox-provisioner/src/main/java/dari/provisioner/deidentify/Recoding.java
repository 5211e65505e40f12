package dari.provisioner.deidentify;

import java.util.List;

/**
 * A solver's answer.
 *
 * @param classOf class per row; -1 for a suppressed row
 * @param nodes published node per quasi-identifier, per class
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
public record Recoding(int[] classOf, List<int[]> nodes) {

    public static final int SUPPRESSED = -1;

    /** Mean over the cells of the published node's loss, a suppressed row counting 1 in every cell; 0 to 1. */
    public double informationLoss(Hierarchy[] hierarchies) {
        if (classOf.length == 0) {
            return 0;
        }
        double[] lossOf = new double[nodes.size()];
        for (int c = 0; c < lossOf.length; c++) {
            for (int a = 0; a < hierarchies.length; a++) {
                lossOf[c] += hierarchies[a].loss(nodes.get(c)[a]);
            }
        }
        double sum = 0;
        for (int c : classOf) {
            sum += c == SUPPRESSED ? hierarchies.length : lossOf[c];
        }
        return sum / classOf.length / hierarchies.length;
    }
}
