package dari.provisioner.synthesize;

import dari.provisioner.privacy.Rho;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The maximum spanning tree of pairs (McKenna, Miklau and Sheldon 2021, arXiv 2108.04978): a third of the budget for the columns, a
 * third to find the tree of the pairs that are the farthest from independent, a third to measure them. Here the pairs' distances are
 * told all at once with discrete Gaussian noise, and codes that the noise hides are brought together.
 */
final class Mst implements Mechanism {

    private static final double TOTAL = 0.01;
    private static final double COLUMNS = 0.33;
    private static final double CHOICE = 0.1;
    private static final int STEPS = 60;

    @Override
    public Estimate fit(PrivateTable data, PublicFacts facts, Rho budget) {
        Measurement total = data.total(Shares.of(budget, TOTAL));
        Histograms histograms = Histograms.measure(data, total, Shares.of(budget, COLUMNS));
        int columns = data.sizes().length;
        Rho forPairs = Shares.of(budget, 1 - TOTAL - COLUMNS - CHOICE);
        int most = Resolution.groups(histograms.total(), forPairs, columns);
        Estimate estimate = new Estimate(data, histograms, facts, most);
        estimate.measure(tree(estimate, Shares.of(budget, CHOICE)), forPairs);
        estimate.fit(STEPS);
        return estimate;
    }

    private static List<PrivateTable.Candidate> tree(Estimate estimate, Rho price) {
        List<PrivateTable.Candidate> pairs = Candidates.pairs(estimate);
        List<PrivateTable.Candidate> tree = new ArrayList<>();
        if (pairs.isEmpty()) {
            return tree;
        }
        double[] distance = estimate.data().errors(pairs, price).ofCandidate();
        int columns = estimate.sizes().length;
        Forest forest = new Forest(columns);
        // columns that rules tie together share tables of the model already: a second way between them would make
        // larger ones
        Forest around = new Forest(columns);
        for (int a = 0; a < columns; a++) {
            for (int b = a + 1; b < columns; b++) {
                if (estimate.ties(a, b)) {
                    around.join(a, b);
                }
            }
        }
        IntStream.range(0, distance.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -distance[i]))
                .map(pairs::get)
                .forEach(candidate -> {
                    int[] pair = candidate.columns();
                    boolean tied = estimate.ties(pair[0], pair[1]);
                    if (!(tied ? forest : around).connected(pair[0], pair[1])) {
                        forest.join(pair[0], pair[1]);
                        around.join(pair[0], pair[1]);
                        tree.add(candidate);
                    }
                });
        return tree;
    }
}
