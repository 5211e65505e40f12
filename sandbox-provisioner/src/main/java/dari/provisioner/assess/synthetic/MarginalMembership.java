package dari.provisioner.assess.synthetic;

import dari.provisioner.Words;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Knows the target's whole row, the mechanism, and real rows from elsewhere, and says whether the target is in the data. The idea
 * of MAMA-MIA (Golob, Pentyala, Maratkhan, De Cock 2024, arXiv 2410.05506): a person adds one to one cell of each measured
 * marginal, so the release is compared with the reference in just those cells. Deviations are weighed by the inverse of how much
 * they vary for persons who are known to be outside, the best linear test for a shift of one. The whole row counts as one more
 * marginal: that is what publishing real rows measures, and what makes the raw table red.
 *
 * <p>Success is saying "in", at the score that half of all outsiders stay below.
 */
final class MarginalMembership implements RowAttack {

    private final List<int[]> cliques;

    /** By the identity of what is attacked: building the counts costs more than asking them. */
    private final IdentityHashMap<Loot, List<Scores>> prepared = new IdentityHashMap<>();

    /** @param cliques column sets that the mechanism has probably measured */
    MarginalMembership(List<int[]> cliques, int width) {
        this.cliques = new ArrayList<>(cliques);
        this.cliques.add(IntStream.range(0, width).toArray());
    }

    @Override
    public String name() {
        return "membership-by-marginals";
    }

    @Override
    public Words knowledge() {
        return Words.of(
                "attack.synthetic.membership",
                "공격자가 대상자의 모든 값과 생성 방식, 같은 모집단의 다른 실제 자료를 알고 대상자의 포함 여부를 추정합니다",
                "The attacker knows the target's whole row, the mechanism and other real rows of the population, and says whether"
                        + " the target is in the data");
    }

    @Override
    public double success(Loot loot, Target target, SplittableRandom random) {
        List<Scores> folds = prepared.computeIfAbsent(loot, this::prepare);
        Scores scores = folds.get(target.fold());
        return scores.of(target.record()) > scores.threshold ? 1 : 0;
    }

    private List<Scores> prepare(Loot loot) {
        List<MarginalCounts> released = cliques.stream()
                .map(c -> new MarginalCounts(loot.release(), c, row -> true))
                .toList();
        return IntStream.range(0, Reference.FOLDS)
                .mapToObj(fold -> new Scores(loot, released, fold))
                .toList();
    }

    /** Against targets of one fold: another fold tells how outsiders vary, the rest what to expect in each cell. */
    private final class Scores {

        private final List<MarginalCounts> released;
        private final List<MarginalCounts> expected = new ArrayList<>();
        private final List<Variation> variations = new ArrayList<>();
        private final double threshold;

        Scores(Loot loot, List<MarginalCounts> released, int fold) {
            this.released = released;
            Reference folds = loot.reference();
            BitRows reference = folds.rows();
            int calibrating = (fold + 1) % Reference.FOLDS;
            List<int[]> outsiders = IntStream.range(0, reference.rows())
                    .filter(row -> folds.foldOf(row) == calibrating)
                    .mapToObj(reference::record)
                    .toList();
            for (int i = 0; i < cliques.size(); i++) {
                expected.add(new MarginalCounts(
                        reference,
                        cliques.get(i),
                        row -> folds.foldOf(row) != fold && folds.foldOf(row) != calibrating));
                variations.add(variation(i, outsiders));
            }
            double[] sorted = outsiders.stream().mapToDouble(this::of).sorted().toArray();
            threshold = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
        }

        private Variation variation(int clique, List<int[]> outsiders) {
            Variation variation = new Variation();
            for (int[] outsider : outsiders) {
                variation.add(expected.get(clique).of(outsider), deviation(clique, outsider));
            }
            return variation;
        }

        /** Rows of the release in the target's cell beyond what the reference lets expect. */
        private double deviation(int clique, int[] record) {
            double share = (expected.get(clique).of(record) + 0.5)
                    / Math.max(1, expected.get(clique).rows());
            return released.get(clique).of(record)
                    - share * released.get(clique).rows();
        }

        double of(int[] record) {
            double score = 0;
            for (int i = 0; i < cliques.size(); i++) {
                score += variations.get(i).weighed(expected.get(i).of(record), deviation(i, record));
            }
            return score;
        }
    }

    /** Mean and variance of outsiders' deviations, apart for cells that the reference fills about as much. */
    private static final class Variation {

        private static final int CLASSES = 32;

        /** Fewer say nothing of their own: then all cells together speak. */
        private static final int ENOUGH = 20;

        /** A cell never varies less: keeps a weight finite where all outsiders agree. */
        private static final double LEAST_VARIANCE = 0.01;

        private final int[] counts = new int[CLASSES + 1];
        private final double[] sums = new double[CLASSES + 1];
        private final double[] squares = new double[CLASSES + 1];

        void add(int filled, double deviation) {
            for (int cell : new int[] {classOf(filled), CLASSES}) {
                counts[cell]++;
                sums[cell] += deviation;
                squares[cell] += deviation * deviation;
            }
        }

        double weighed(int filled, double deviation) {
            int cell = counts[classOf(filled)] < ENOUGH ? CLASSES : classOf(filled);
            double mean = sums[cell] / Math.max(1, counts[cell]);
            double variance = squares[cell] / Math.max(1, counts[cell]) - mean * mean;
            return (deviation - mean) / Math.max(LEAST_VARIANCE, variance);
        }

        /** Two classes per doubling of the count would split too finely for a thousand outsiders: one. */
        private static int classOf(int filled) {
            return Math.min(CLASSES - 1, Integer.SIZE - Integer.numberOfLeadingZeros(filled));
        }
    }
}
