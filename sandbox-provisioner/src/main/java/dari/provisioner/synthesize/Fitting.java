package dari.provisioner.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the distribution that fits noisy measurements without fitting their noise: p0 times exp(θ) per measured cell, where p0 makes
 * the columns independent, N is the number of rows and θ maximises the concave
 *
 * <pre>−N·log Z(θ) + Σ θ·y − ½ Σ λσ²θ²</pre>
 *
 * This is the dual of maximum entropy with slack, min N·KL(p ‖ p0) + Σ (N·Mp − y)² / 2λσ². With λ equal to m / V for a cell that
 * holds m rows under independence and may deviate from it with variance V, a cell moves from m towards its measurement y by the
 * share V / (V + σ²), as the best linear estimate does; V = m·(κ + τ²m) is Poisson-like for small cells and relative for large ones.
 * Solved by L-BFGS (Nocedal and Wright 2006, algorithm 7.5) scaled by the diagonal of the curvature, from where the last fit ended.
 */
final class Fitting {

    /** τ²: large cells deviate from independence by about a third. Found on adult at ε from 0.1 to 10; flat around. */
    private static final double RELATIVE_VARIANCE = 0.1;

    /** κ: small cells deviate by about three times what chance would do. Found likewise. */
    private static final double POISSON_FACTOR = 10;

    private static final int MEMORY = 20;
    private static final double ENOUGH = 1e-4;

    /** One short step may come from a line search that had to back off; several in a row are the end. */
    private static final int STANDING_STEPS = 4;

    private static final int BACKTRACKS = 20;
    private static final int NEWTON_STEPS = 12;

    private final TreeModel model;
    private final double[][] base;
    private final double[][] counts;
    private final double[][] stiffness;
    private final double total;

    /**
     * @param measurements one per column in their order, then any others
     * @param base per column the probabilities of p0
     * @param total N, above zero
     */
    Fitting(TreeModel model, List<Measurement> measurements, double[][] base, double total) {
        this.model = model;
        this.base = base;
        this.total = total;
        this.counts =
                model.isRestricted() ? restricted(measurements) : Consistency.of(model.sizes(), measurements, total);
        this.stiffness = measurements.stream().map(this::stiffness).toArray(double[][]::new);
    }

    /** Where the model can have no mass there is nothing to fit: the noise there would drive exponents without end. */
    private double[][] restricted(List<Measurement> measurements) {
        double[][] weights = new double[measurements.size()][];
        for (int m = 0; m < weights.length; m++) {
            weights[m] = new double[measurements.get(m).counts().length];
            Arrays.fill(weights[m], 1);
            if (m < base.length) {
                weights[m] = base[m];
            }
        }
        model.calibrate(weights);
        double[][] masses = model.factorMarginals();
        boolean[][] empty = new boolean[masses.length][];
        List<Measurement> known = new ArrayList<>();
        for (int m = 0; m < masses.length; m++) {
            empty[m] = new boolean[masses[m].length];
            for (int cell = 0; cell < masses[m].length; cell++) {
                empty[m][cell] = masses[m][cell] == 0;
            }
            known.add(measurements.get(m).without(empty[m]));
        }
        double[][] fitted = Consistency.of(model.sizes(), known, total);
        for (int m = 0; m < fitted.length; m++) {
            for (int cell = 0; cell < fitted[m].length; cell++) {
                fitted[m][cell] = empty[m][cell] ? 0 : fitted[m][cell];
            }
        }
        return fitted;
    }

    /** λσ² per cell: how strongly independence holds against the measurement. */
    private double[] stiffness(Measurement measurement) {
        double[] expected = {total};
        for (int column : measurement.columns()) {
            double[] likely = base[column];
            double[] wider = new double[expected.length * likely.length];
            for (int i = 0; i < wider.length; i++) {
                wider[i] = expected[i / likely.length] * likely[i % likely.length];
            }
            expected = wider;
        }
        for (int i = 0; i < expected.length; i++) {
            expected[i] = measurement.variances()[i] / (RELATIVE_VARIANCE * expected[i] + POISSON_FACTOR);
        }
        return expected;
    }

    /** λσ² of one cell of one measurement. */
    double stiffness(int measurement, int cell) {
        return stiffness[measurement][cell];
    }

    /**
     * The exponents that one measurement would have if it alone joined a model that expects these rows: N·p·exp(θ) + λσ²θ = y per
     * cell. A start close to the solution when measurements overlap little.
     */
    double[] alone(int measurement, double[] expected) {
        double[] theta = new double[expected.length];
        for (int cell = 0; cell < theta.length; cell++) {
            double stiff = stiffness[measurement][cell];
            double count = counts[measurement][cell];
            // convex and increasing: Newton's steps from the right side of the root never overshoot it
            double at = Math.max(
                    0,
                    Math.min(
                            (count - expected[cell]) / (stiff + 1e-9),
                            Math.log1p(Math.max(0, count) / (expected[cell] + 1e-9))));
            for (int step = 0; step < NEWTON_STEPS; step++) {
                double mass = expected[cell] * Math.exp(at);
                at -= (mass + stiff * at - count) / (mass + stiff);
            }
            theta[cell] = at;
        }
        return theta;
    }

    /** A point with the value to be minimised, its slope, and the curvature's diagonal. */
    @SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
    private record Point(double[] theta, double value, double[] slope, double[] curvature) {}

    /**
     * Leaves the model calibrated at the solution.
     *
     * @param start per measurement its exponents to begin with; not changed
     * @return the solution's exponents
     */
    double[][] solve(double[][] start, int mostSteps) {
        Point at = evaluate(flat(start));
        List<double[]> moves = new ArrayList<>();
        List<double[]> turns = new ArrayList<>();
        int standing = 0;
        for (int step = 0; step < mostSteps; step++) {
            double[] direction = direction(at, moves, turns);
            double descent = dot(direction, at.slope());
            Point next = descent < 0 ? search(at, direction, descent) : null;
            if (next == null) {
                if (moves.isEmpty()) {
                    break;
                }
                moves.clear(); // a stale memory: start over from the scaled slope
                turns.clear();
                continue;
            }
            double gain = at.value() - next.value();
            remember(moves, turns, difference(next.theta(), at.theta()), difference(next.slope(), at.slope()));
            at = next;
            standing = gain < ENOUGH * Math.sqrt(total) ? standing + 1 : 0;
            if (standing == STANDING_STEPS) {
                break;
            }
        }
        evaluate(at.theta());
        return shaped(at.theta());
    }

    private Point evaluate(double[] theta) {
        double[][] shaped = shaped(theta);
        double[][] weights = new double[shaped.length][];
        for (int m = 0; m < shaped.length; m++) {
            weights[m] = new double[shaped[m].length];
            for (int cell = 0; cell < weights[m].length; cell++) {
                weights[m][cell] = Math.exp(shaped[m][cell]) * (m < base.length ? base[m][cell] : 1);
            }
        }
        double logarithm = model.calibrate(weights);
        double value = total * logarithm;
        double[][] marginals = model.factorMarginals();
        double[] slope = new double[theta.length];
        double[] curvature = new double[theta.length];
        int i = 0;
        for (int m = 0; m < shaped.length; m++) {
            for (int cell = 0; cell < shaped[m].length; cell++, i++) {
                double stiff = stiffness[m][cell];
                double expected = total * marginals[m][cell];
                value += -theta[i] * counts[m][cell] + 0.5 * stiff * theta[i] * theta[i];
                slope[i] = expected - counts[m][cell] + stiff * theta[i];
                curvature[i] = expected + stiff;
            }
        }
        return new Point(theta, value, slope, curvature);
    }

    private @Nullable Point search(Point at, double[] direction, double descent) {
        double length = 1;
        for (int attempt = 0; attempt < BACKTRACKS; attempt++) {
            double[] theta = at.theta().clone();
            for (int i = 0; i < theta.length; i++) {
                theta[i] += length * direction[i];
            }
            Point next = evaluate(theta);
            if (next.value() <= at.value() + 1e-4 * length * descent) {
                return next;
            }
            length *= 0.4;
        }
        return null;
    }

    private static double[] direction(Point at, List<double[]> moves, List<double[]> turns) {
        double[] q = at.slope().clone();
        int kept = moves.size();
        double[] alpha = new double[kept];
        for (int k = kept - 1; k >= 0; k--) {
            alpha[k] = dot(moves.get(k), q) / dot(moves.get(k), turns.get(k));
            add(q, turns.get(k), -alpha[k]);
        }
        double scale = 1;
        if (kept > 0) {
            double[] turn = turns.get(kept - 1);
            double scaled = 0;
            for (int i = 0; i < turn.length; i++) {
                scaled += turn[i] * turn[i] / at.curvature()[i];
            }
            scale = dot(moves.get(kept - 1), turn) / scaled;
        }
        for (int i = 0; i < q.length; i++) {
            q[i] *= scale / at.curvature()[i];
        }
        for (int k = 0; k < kept; k++) {
            double beta = dot(turns.get(k), q) / dot(moves.get(k), turns.get(k));
            add(q, moves.get(k), alpha[k] - beta);
        }
        for (int i = 0; i < q.length; i++) {
            q[i] = -q[i];
        }
        return q;
    }

    private static void remember(List<double[]> moves, List<double[]> turns, double[] move, double[] turn) {
        if (dot(move, turn) <= 0) {
            return;
        }
        if (moves.size() == MEMORY) {
            moves.remove(0);
            turns.remove(0);
        }
        moves.add(move);
        turns.add(turn);
    }

    private static double[] flat(double[][] parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    private double[][] shaped(double[] theta) {
        double[][] parts = new double[counts.length][];
        int from = 0;
        for (int m = 0; m < parts.length; m++) {
            parts[m] = Arrays.copyOfRange(theta, from, from + counts[m].length);
            from += counts[m].length;
        }
        return parts;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        add(difference, b, -1);
        return difference;
    }
}
