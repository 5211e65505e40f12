package dari.provisioner.synthesize;

import dari.provisioner.privacy.Rho;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What is known of a table so far: its measurements and the distribution that fits them. Grows by measuring; not thread-safe. */
final class Estimate {

    /** Keeps what the histograms found empty possible for a later measurement. */
    private static final double LEAST_PROBABILITY = 1e-7;

    private final PrivateTable data;
    private final Histograms histograms;
    private final Grouping[] groupings;
    private final PublicFacts facts;
    private final List<Possible> possible;
    private final int[] sizes;
    private final double[][] base;
    private final List<Measurement> measurements = new ArrayList<>();
    private double[][] exponents;
    private final List<double[]> expectations = new ArrayList<>();
    private TreeModel model;

    /** Steps of fitting the columns alone to what is impossible; without rules they fit from the start. */
    private static final int FIRST_STEPS = 40;

    /**
     * @param fine the table in its own codes
     * @param most groups per column
     */
    Estimate(PrivateTable fine, Histograms histograms, PublicFacts facts, int most) {
        this.groupings = facts.groupings(histograms.shapes(), most);
        this.data = fine.grouped(groupings);
        this.histograms = histograms;
        this.facts = facts;
        this.possible = facts.possible(groupings, histograms.shapes());
        this.sizes = data.sizes();
        this.base = new double[sizes.length][];
        this.exponents = new double[0][];
        for (int c = 0; c < sizes.length; c++) {
            Measurement column = histograms.measured().get(c);
            base[c] = probabilities(groupings[c].sum(histograms.shapes()[c]), histograms.total());
            expectations.add(Arrays.stream(base[c]).map(p -> p * total()).toArray());
            measurements.add(new Measurement(
                    new int[] {c}, groupings[c].sum(column.counts()), groupings[c].sum(column.variances())));
        }
        this.model = emptyModel();
        fit(facts.isEmpty() ? 0 : FIRST_STEPS);
    }

    private TreeModel emptyModel() {
        return new TreeModel(sizes, JunctionTree.over(sizes, inOneTable()), measured(), possible);
    }

    private static double[] probabilities(double[] counts, double total) {
        double[] likely = new double[counts.length];
        for (int g = 0; g < likely.length; g++) {
            likely[g] = Math.max(LEAST_PROBABILITY, counts[g] / total);
        }
        return likely;
    }

    PrivateTable data() {
        return data;
    }

    double total() {
        return histograms.total();
    }

    int[] sizes() {
        return sizes.clone();
    }

    double cells(int[] columns) {
        return Cells.weight(sizes, columns);
    }

    TreeModel model() {
        return model;
    }

    /** Columns of every measured marginal, single columns first. */
    List<int[]> measured() {
        return measurements.stream().map(Measurement::columns).toList();
    }

    /** Groups of columns that the model must hold in one table each: what is measured, and what rules speak of. */
    List<int[]> inOneTable() {
        List<int[]> groups = new ArrayList<>(measured());
        groups.addAll(facts.scopes());
        return groups;
    }

    /** Whether rules tie two columns together. */
    boolean ties(int a, int b) {
        return facts.ties(a, b);
    }

    /** Measured marginals of two and more columns. */
    List<int[]> measuredTogether() {
        return measured().subList(sizes.length, measurements.size());
    }

    boolean isMeasured(int[] columns) {
        return measurements.stream().anyMatch(m -> Arrays.equals(m.columns(), columns));
    }

    /** What marginals weigh together when an amount is split among them. */
    double weight(List<int[]> marginals) {
        return marginals.stream().mapToDouble(m -> Shares.weight(cells(m))).sum();
    }

    /**
     * Pays for and adds marginals, each by its weight.
     *
     * @return what was spent: the amount, but for rounding
     */
    Rho measure(List<PrivateTable.Candidate> chosen, Rho amount) {
        double weights =
                weight(chosen.stream().map(PrivateTable.Candidate::columns).toList());
        Rho spent = Rho.ZERO;
        for (PrivateTable.Candidate candidate : chosen) {
            Rho price = Shares.of(amount, Shares.weight(cells(candidate.columns())) / weights);
            measurements.add(data.marginal(candidate.columns(), price));
            expectations.add(candidate.expected());
            spent = spent.plus(price);
        }
        return spent;
    }

    /** Pays for measuring the marginals of two and more columns once more, each by its weight. */
    void measureAgain(Rho amount) {
        double weights = weight(measuredTogether());
        for (int m = sizes.length; m < measurements.size(); m++) {
            Measurement old = measurements.get(m);
            Rho price = Shares.of(amount, Shares.weight(cells(old.columns())) / weights);
            if (price.compareTo(Rho.ZERO) > 0) {
                measurements.set(m, old.with(data.marginal(old.columns(), price)));
            }
        }
    }

    /** Fits the distribution to all measurements, from where the last fit ended. */
    void fit(int mostSteps) {
        model = emptyModel();
        Fitting fitting = new Fitting(model, measurements, base, total());
        double[][] start = Arrays.copyOf(exponents, measurements.size());
        for (int m = exponents.length; m < start.length; m++) {
            start[m] = fitting.alone(m, expectations.get(m));
        }
        exponents = fitting.solve(start, mostSteps);
    }

    /** Rows in the table's own codes and in random order. */
    CodedTable draw(int rows, RandomGenerator random) {
        RowSampler sampler = new RowSampler(random);
        CodedTable coarse = sampler.draw(model, rows);
        return sampler.refine(coarse, groupings, histograms.shapes(), facts);
    }

    /** How far rows that were drawn are from the histograms that were paid for; arithmetic on what is known. */
    List<InventedTable.Distance> distances(CodedTable drawn) {
        return IntStream.range(0, drawn.width())
                .mapToObj(c -> new InventedTable.Distance(
                        facts.column(c), histograms.distance(c, drawn.count(c), drawn.rows()), histograms.noise(c)))
                .toList();
    }
}
