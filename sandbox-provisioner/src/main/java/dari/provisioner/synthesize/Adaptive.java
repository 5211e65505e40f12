package dari.provisioner.synthesize;

import dari.provisioner.privacy.Rho;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures, round by round, the marginals that the model gets wrong the most for their price. The idea is AIM's (McKenna et al.
 * 2022, arXiv 2201.12677); what differs: all errors of a round are told at once with discrete Gaussian noise instead of one choice
 * per round, several marginals are measured a round, in coarse codes that the noise can carry, the amounts follow cells^(2/3), and
 * what is left at the end makes the chosen marginals more precise.
 */
final class Adaptive implements Mechanism {

    private static final double TOTAL = 0.005;

    /** Per round, for the errors of its candidates. */
    private static final double ERRORS = 0.015;

    private static final int ROUNDS = 5;

    /** A column takes part in so many new marginals a round: the next ones are judged by a model that knows these. */
    private static final int USES_PER_ROUND = 2;

    /** Most cells of the junction tree; time and memory grow with it. */
    private static final double MOST_CELLS = 200_000;

    private static final int STEPS = 40;
    private static final int LAST_STEPS = 80;

    @Override
    public Estimate fit(PrivateTable data, PublicFacts facts, Rho budget) {
        Measurement total = data.total(Shares.of(budget, TOTAL));
        double ones = Resolution.histogramShare(budget, data.sizes(), total.sum());
        Histograms histograms = Histograms.measure(data, total, Shares.of(budget, ones));
        double share = 1 - TOTAL - ones - ROUNDS * ERRORS;
        Rho forMarginals = Shares.of(budget, share);
        int most = Resolution.groups(histograms.total(), forMarginals, data.sizes().length);
        Estimate estimate = new Estimate(data, histograms, facts, most);
        Rho left = forMarginals;
        for (int round = 0; round < ROUNDS; round++) {
            List<PrivateTable.Candidate> chosen = choose(estimate, forMarginals, Shares.of(budget, ERRORS), round == 0);
            if (chosen.isEmpty()) {
                break;
            }
            left = left.minus(estimate.measure(chosen, allowed(estimate, chosen, forMarginals, left, round)));
            estimate.fit(STEPS);
        }
        estimate.measureAgain(left);
        estimate.fit(LAST_STEPS);
        return estimate;
    }

    /**
     * The best candidates for their price. One more marginal of c cells takes precision from all the others: with amounts by
     * cells^(2/3) and W = Σ cells^(2/3), the summed noise is √(2/π)·W^1.5/√(2ρ), so it pays when its error exceeds the derivative
     * √(2/π)·1.5·√(W/2ρ)·c^(2/3).
     */
    private static List<PrivateTable.Candidate> choose(Estimate estimate, Rho forMarginals, Rho price, boolean first) {
        List<PrivateTable.Candidate> candidates = new ArrayList<>(Candidates.pairs(estimate));
        candidates.addAll(Candidates.triplesInside(estimate));
        if (candidates.isEmpty()) {
            return List.of();
        }
        double[] errors = estimate.data().errors(candidates, price).ofCandidate();
        double[] value = new double[errors.length];
        for (int i = 0; i < value.length; i++) {
            value[i] =
                    errors[i] / Shares.weight(estimate.cells(candidates.get(i).columns()));
        }
        List<Integer> best = IntStream.range(0, value.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -value[i]))
                .toList();
        List<int[]> wanted = estimate.inOneTable();
        List<PrivateTable.Candidate> chosen = new ArrayList<>();
        double weights = estimate.weight(estimate.measuredTogether());
        int[] uses = new int[estimate.sizes().length];
        Forest forest = new Forest(uses.length);
        for (int i : best) {
            int[] columns = candidates.get(i).columns();
            double weight = Shares.weight(estimate.cells(columns));
            if (value[i] < Resolution.priceOfWeight(weights + weight, forMarginals)) {
                break;
            }
            boolean usable = first
                    ? !forest.connected(columns[0], columns[1])
                    : IntStream.of(columns).allMatch(c -> uses[c] < USES_PER_ROUND);
            wanted.add(columns);
            if (!usable || JunctionTree.cells(estimate.sizes(), wanted) > MOST_CELLS) {
                wanted.remove(wanted.size() - 1);
                continue;
            }
            forest.join(columns[0], columns[1]);
            IntStream.of(columns).forEach(c -> uses[c]++);
            weights += weight;
            chosen.add(candidates.get(i));
        }
        return chosen;
    }

    /** What a round may spend: its marginals' share among all chosen so far, and no more than the rounds up to it may together. */
    private static Rho allowed(
            Estimate estimate, List<PrivateTable.Candidate> chosen, Rho forMarginals, Rho left, int round) {
        double mine = estimate.weight(
                chosen.stream().map(PrivateTable.Candidate::columns).toList());
        Rho fair = Shares.of(forMarginals, mine / (mine + estimate.weight(estimate.measuredTogether())));
        Rho kept = forMarginals.times(ROUNDS - 1 - round, ROUNDS);
        // rounds never overspend, so something above what is kept for later ones is always left
        Rho most = left.minus(kept);
        return fair.compareTo(most) < 0 ? fair : most;
    }
}
