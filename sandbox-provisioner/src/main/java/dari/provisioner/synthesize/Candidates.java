package dari.provisioner.synthesize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Marginals that may be measured next, with what the model expects of them. */
final class Candidates {

    private Candidates() {}

    /** Every pair of columns. */
    static List<PrivateTable.Candidate> pairs(Estimate estimate) {
        PairAnswers answers = PairAnswers.of(estimate.model());
        List<PrivateTable.Candidate> candidates = new ArrayList<>();
        int width = estimate.sizes().length;
        for (int a = 0; a < width; a++) {
            for (int b = a + 1; b < width; b++) {
                int[] pair = {a, b};
                if (!estimate.isMeasured(pair)) {
                    candidates.add(candidate(pair, answers.pair(a, b), estimate.total()));
                }
            }
        }
        return candidates;
    }

    /** Triples of columns that share a clique: measuring them makes the model no larger. */
    static List<PrivateTable.Candidate> triplesInside(Estimate estimate) {
        TreeModel model = estimate.model();
        List<PrivateTable.Candidate> candidates = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        for (int c = 0; c < model.tree().count(); c++) {
            int[] clique = model.tree().clique(c);
            for (int i = 0; i < clique.length; i++) {
                for (int j = i + 1; j < clique.length; j++) {
                    for (int k = j + 1; k < clique.length; k++) {
                        int[] triple = {clique[i], clique[j], clique[k]};
                        if (seen.add(List.of(clique[i], clique[j], clique[k])) && !estimate.isMeasured(triple)) {
                            candidates.add(candidate(triple, model.marginal(c, triple), estimate.total()));
                        }
                    }
                }
            }
        }
        return candidates;
    }

    private static PrivateTable.Candidate candidate(int[] columns, double[] probabilities, double total) {
        double[] expected = new double[probabilities.length];
        for (int cell = 0; cell < expected.length; cell++) {
            expected[cell] = probabilities[cell] * total;
        }
        return new PrivateTable.Candidate(columns, expected);
    }
}
