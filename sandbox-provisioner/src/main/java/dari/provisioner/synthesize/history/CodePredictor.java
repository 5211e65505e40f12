package dari.provisioner.synthesize.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A simple predictor for "train on invented, test on real": is a condition recorded in the second half of a person's history? Of
 * gender, age, the number of contacts and the codes of the first half, by logistic regression (ridge, Newton's method).
 */
public final class CodePredictor {

    private static final int FEWEST_CONTACTS = 4;
    private static final double RIDGE = 1;
    private static final int STEPS = 12;

    private final HistoryDomain domain;
    private final int target;
    private final Map<ClinicalTable, List<Integer>> codes;
    private double[] weights = new double[0];

    /**
     * @param target position of the condition
     * @param codes whose presence in the first half is looked at, per table
     */
    public CodePredictor(HistoryDomain domain, int target, Map<ClinicalTable, List<Integer>> codes) {
        this.domain = domain;
        this.target = target;
        this.codes = Map.copyOf(codes);
    }

    @SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
    private record Example(double[] features, boolean recorded) {}

    private List<Example> examples(Histories histories) {
        List<Example> examples = new ArrayList<>();
        histories.each(history -> {
            List<History.Contact> contacts = history.contacts();
            if (contacts.size() < FEWEST_CONTACTS) {
                return;
            }
            int middle = contacts.size() / 2;
            List<History.Contact> past = contacts.subList(0, middle);
            examples.add(new Example(features(history, past), has(contacts.subList(middle, contacts.size()))));
        });
        return examples;
    }

    private boolean has(List<History.Contact> contacts) {
        return contacts.stream()
                .flatMap(c -> c.events().stream())
                .anyMatch(e -> e.table() == ClinicalTable.CONDITION && e.code() == target);
    }

    private double[] features(History history, List<History.Contact> past) {
        int gender = domain.gender();
        List<Double> features = new ArrayList<>(List.of(1.0, Math.log(past.size())));
        features.add(gender < 0 ? 0.0 : history.person()[gender]);
        int age = history.age(domain.period(), past.get(past.size() - 1).first());
        for (int code = 0; code < Buckets.AGE.size(); code++) {
            features.add(code == age ? 1.0 : 0.0);
        }
        Set<List<Integer>> had = new HashSet<>();
        past.forEach(c ->
                c.events().forEach(e -> had.add(List.of(domain.tables().indexOf(e.table()), e.code()))));
        for (ClinicalTable table : domain.tables()) {
            for (int code : codes.getOrDefault(table, List.of())) {
                features.add(had.contains(List.of(domain.tables().indexOf(table), code)) ? 1.0 : 0.0);
            }
        }
        return features.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Learns from histories, real or invented. */
    public void train(Histories histories) {
        List<Example> examples = examples(histories);
        int width = examples.isEmpty() ? 0 : examples.get(0).features().length;
        weights = new double[width];
        for (int step = 0; step < STEPS && width > 0; step++) {
            double[][] hessian = new double[width][width + 1];
            for (int i = 0; i < width; i++) {
                hessian[i][i] = RIDGE;
                hessian[i][width] = -RIDGE * weights[i];
            }
            for (Example example : examples) {
                double p = 1 / (1 + Math.exp(-score(example.features())));
                double[] x = example.features();
                for (int i = 0; i < width; i++) {
                    if (x[i] != 0) {
                        for (int j = 0; j < width; j++) {
                            hessian[i][j] += p * (1 - p) * x[i] * x[j];
                        }
                        hessian[i][width] += ((example.recorded() ? 1 : 0) - p) * x[i];
                    }
                }
            }
            double[] move = solved(hessian);
            for (int i = 0; i < width; i++) {
                weights[i] += move[i];
            }
        }
    }

    /** Area under the curve on other histories: how often a person with it scores above one without. */
    public double areaUnderCurve(Histories histories) {
        List<Example> examples = examples(histories);
        double[] scores =
                examples.stream().mapToDouble(e -> score(e.features())).toArray();
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double rankSum = 0;
        double positives = 0;
        for (int from = 0; from < order.length; ) {
            int end = from;
            while (end < order.length && scores[order[end]] == scores[order[from]]) {
                end++;
            }
            for (int i = from; i < end; i++) {
                if (examples.get(order[i]).recorded()) {
                    rankSum += (from + 1 + end) / 2.0; // equal scores share their ranks
                    positives++;
                }
            }
            from = end;
        }
        double negatives = order.length - positives;
        return positives == 0 || negatives == 0
                ? Double.NaN
                : (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
    }

    private double score(double[] features) {
        double score = 0;
        for (int i = 0; i < weights.length; i++) {
            score += weights[i] * features[i];
        }
        return score;
    }

    /** Gaussian elimination with pivots; the last column is the right-hand side. */
    private static double[] solved(double[][] system) {
        int n = system.length;
        for (int column = 0; column < n; column++) {
            int best = column;
            for (int row = column + 1; row < n; row++) {
                best = Math.abs(system[row][column]) > Math.abs(system[best][column]) ? row : best;
            }
            double[] pivot = system[best];
            system[best] = system[column];
            system[column] = pivot;
            for (int row = column + 1; row < n; row++) {
                double factor = system[row][column] / pivot[column];
                for (int j = column; j <= n; j++) {
                    system[row][j] -= factor * pivot[j];
                }
            }
        }
        double[] solution = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double sum = system[row][n];
            for (int j = row + 1; j < n; j++) {
                sum -= system[row][j] * solution[j];
            }
            solution[row] = sum / system[row][row];
        }
        return solution;
    }
}
