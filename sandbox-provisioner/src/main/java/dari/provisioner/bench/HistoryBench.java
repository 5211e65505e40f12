package dari.provisioner.bench;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.WorkFolder;
import dari.provisioner.omop.OmopHistories;
import dari.provisioner.privacy.RandomBits;
import dari.provisioner.privacy.Rho;
import dari.provisioner.privacy.SpendingFilter;
import dari.provisioner.synthesize.Synthesizer;
import dari.provisioner.synthesize.history.Bounds;
import dari.provisioner.synthesize.history.ClinicalTable;
import dari.provisioner.synthesize.history.CodePredictor;
import dari.provisioner.synthesize.history.Histories;
import dari.provisioner.synthesize.history.History;
import dari.provisioner.synthesize.history.HistoryDomain;
import dari.provisioner.synthesize.history.HistoryModel;
import dari.provisioner.synthesize.history.HistoryStatistics;
import dari.provisioner.synthesize.history.HistorySynthesizer;
import dari.provisioner.synthesize.history.IndependentHistories;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How near invented histories are to real ones, beside what bounds it: the real persons drawn again with replacement (floor) and
 * every column drawn by itself, without noise. Four fifths of the persons are learned from; a predictor that is trained on what
 * was invented is tested on the others. Means of several splits, with secure randomness.
 */
public final class HistoryBench {

    private static final int RUNS = 3;
    private static final BigDecimal DELTA = new BigDecimal("1e-9");
    private static final int TARGETS = 5;
    private static final int CODES_OF_PREDICTOR = 15;

    private final HistoryDomain domain;
    private final List<History> persons = new ArrayList<>();
    private final PrintStream out;

    private HistoryBench(HistoryDomain domain, PrintStream out) {
        this.domain = domain;
        this.out = out;
    }

    /** @param source directory of an OMOP source */
    public static void run(Path source, String memory, List<String> epsilons, PrintStream out) {
        try (WorkFolder work = WorkFolder.create();
                DuckDb engine = DuckDb.open(memory, work.path())) {
            SourceDirectory directory = SourceDirectory.open(engine, source, name -> (char) 0);
            HistoryDomain domain = BenchDomain.of(engine, directory);
            HistoryBench bench = new HistoryBench(domain, out);
            double start = ProcessCpu.seconds();
            OmopHistories.load(
                            engine,
                            directory,
                            domain,
                            name -> new OmopHistories.Place("person_id", source.toString()),
                            new byte[32])
                    .each(bench.persons::add);
            out.println(String.format(
                    Locale.ROOT,
                    "%,d persons, %,d contacts; read in %.1f CPU s",
                    bench.persons.size(),
                    bench.persons.stream().mapToLong(p -> p.contacts().size()).sum(),
                    ProcessCpu.seconds() - start));
            bench.measure(epsilons);
        }
    }

    private void measure(List<String> epsilons) {
        Map<String, Map<String, Double>> table = new LinkedHashMap<>();
        Map<String, Double> cpu = new TreeMap<>();
        for (int run = 0; run < RUNS; run++) {
            List<History> shuffled = new ArrayList<>(persons);
            Collections.shuffle(shuffled, new Random(run));
            int cut = shuffled.size() * 4 / 5;
            List<History> train = shuffled.subList(0, cut);
            List<History> test = shuffled.subList(cut, shuffled.size());
            HistoryStatistics real = HistoryStatistics.ofReal(domain, train::forEach);
            Random random = new Random(run + 100);
            List<History> again = train.stream()
                    .map(p -> train.get(random.nextInt(train.size())))
                    .toList();
            record(table, "real, the others", real, test, test, test);
            record(table, "real drawn again", real, train, again, test);
            List<History> apart = new ArrayList<>();
            new IndependentHistories(domain, train, new SplittableRandom(run)).each(apart::add);
            record(table, "independent", real, train, apart, test);
            for (String epsilon : epsilons) {
                double start = ProcessCpu.seconds();
                Rho price = Rho.forEpsilonDelta(new BigDecimal(epsilon), DELTA);
                HistoryModel model = new HistorySynthesizer(Synthesizer.adaptive())
                        .fit(
                                train::forEach,
                                domain,
                                new Bounds(1, Bounds.DEFAULT_CODES),
                                new SpendingFilter(price),
                                price,
                                RandomBits.secure());
                List<History> invented = new ArrayList<>();
                model.invent(model.persons(), invented::add);
                cpu.merge(epsilon, (ProcessCpu.seconds() - start) / RUNS, Double::sum);
                record(table, "epsilon " + epsilon, real, train, invented, test);
            }
        }
        print(table);
        cpu.forEach((epsilon, seconds) ->
                out.println(String.format(Locale.ROOT, "epsilon %s: %.1f CPU s a run", epsilon, seconds)));
        out.println(ResidentMemory.peak());
    }

    private void record(
            Map<String, Map<String, Double>> table,
            String column,
            HistoryStatistics real,
            List<History> train,
            List<History> made,
            List<History> test) {
        HistoryStatistics own = real.sameColumns();
        made.forEach(own);
        real.distances(own)
                .forEach((row, value) -> table.computeIfAbsent(row, r -> new LinkedHashMap<>())
                        .merge(column, value / RUNS, Double::sum));
        if (made == test) {
            return;
        }
        double area = 0;
        List<Integer> targets = targets(train);
        Map<ClinicalTable, List<Integer>> looked = frequent(train);
        for (int target : targets) {
            Map<ClinicalTable, List<Integer>> with = new EnumMap<>(looked);
            with.computeIfPresent(
                    ClinicalTable.CONDITION,
                    (conditions, codes) -> Stream.concat(codes.stream(), Stream.of(target))
                            .distinct()
                            .toList());
            CodePredictor predictor = new CodePredictor(domain, target, with);
            predictor.train(made::forEach);
            area += predictor.areaUnderCurve((Histories) test::forEach);
        }
        if (!targets.isEmpty()) {
            table.computeIfAbsent(
                            "condition in the second half, area under the curve on real persons",
                            r -> new LinkedHashMap<>())
                    .merge(column, area / targets.size() / RUNS, Double::sum);
        }
    }

    /** Conditions whose share of persons is nearest to a quarter. */
    private List<Integer> targets(List<History> train) {
        Map<Integer, Integer> having = having(train, ClinicalTable.CONDITION);
        return having.entrySet().stream()
                .filter(e -> e.getKey() < domain.codes(ClinicalTable.CONDITION).size())
                .sorted((a, b) -> Double.compare(
                        Math.abs(a.getValue() - train.size() / 4.0), Math.abs(b.getValue() - train.size() / 4.0)))
                .limit(TARGETS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<ClinicalTable, List<Integer>> frequent(List<History> train) {
        Map<ClinicalTable, List<Integer>> frequent = new EnumMap<>(ClinicalTable.class);
        for (ClinicalTable table : domain.tables()) {
            frequent.put(
                    table,
                    having(train, table).entrySet().stream()
                            .sorted((a, b) -> b.getValue() - a.getValue())
                            .limit(CODES_OF_PREDICTOR)
                            .map(Map.Entry::getKey)
                            .toList());
        }
        return frequent;
    }

    private static Map<Integer, Integer> having(List<History> persons, ClinicalTable table) {
        Map<Integer, Integer> having = new TreeMap<>();
        for (History person : persons) {
            person.contacts().stream()
                    .flatMap(c -> c.events().stream())
                    .filter(e -> e.table() == table)
                    .map(History.Event::code)
                    .distinct()
                    .forEach(code -> having.merge(code, 1, Integer::sum));
        }
        return having;
    }

    private void print(Map<String, Map<String, Double>> table) {
        List<String> columns = table.values().stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .toList();
        out.println("| | " + String.join(" | ", columns) + " |");
        out.println("|---".repeat(columns.size() + 1) + "|");
        table.forEach((row, values) -> {
            StringBuilder line = new StringBuilder("| " + row + " |");
            for (String column : columns) {
                Double value = values.get(column);
                line.append(value == null ? " |" : String.format(Locale.ROOT, " %.3f |", value));
            }
            out.println(line);
        });
    }
}
