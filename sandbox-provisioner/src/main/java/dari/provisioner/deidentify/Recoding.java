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
        double sum = 0;
        double[] lossOf = lossOf(hierarchies);
        for (int c : classOf) {
            sum += c == SUPPRESSED ? hierarchies.length : lossOf[c];
        }
        return sum / classOf.length / hierarchies.length;
    }

    /** 1 minus the mean loss of the published cells; 1 when nothing was generalised, 0 when all is (Iyengar, KDD 2002). */
    public double granularity(Hierarchy[] hierarchies) {
        double sum = 0;
        long published = 0;
        double[] lossOf = lossOf(hierarchies);
        for (int c : classOf) {
            if (c != SUPPRESSED) {
                sum += lossOf[c];
                published++;
            }
        }
        return published == 0 ? 0 : 1 - sum / published / hierarchies.length;
    }

    private double[] lossOf(Hierarchy[] hierarchies) {
        double[] lossOf = new double[nodes.size()];
        for (int c = 0; c < lossOf.length; c++) {
            for (int a = 0; a < hierarchies.length; a++) {
                lossOf[c] += hierarchies[a].loss(nodes.get(c)[a]);
            }
        }
        return lossOf;
    }
}
