package dari.matching.cli;

import dari.matching.Match;
import dari.matching.Matcher;
import dari.matching.Need;
import dari.matching.assignment.Assignment;
import dari.matching.assignment.DeferredAcceptance;
import dari.matching.assignment.Instance;
import dari.matching.assignment.Optimal;
import dari.matching.evaluation.Generated;
import dari.matching.json.MatchingJson;
import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.vocabulary.Vocabulary;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        description =
                "Prints the speed figures of the README: one JSON object per line, CPU time of the working thread.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

    private static final int NEEDS = 200;
    private static final int WARM_UP = 50;
    private static final int ASSIGN_ROUNDS = 7;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Console console;

    @Option(names = "--offers", description = "How many offers are generated. Default: ${DEFAULT-VALUE}.")
    private int offers = 100_000;

    @Option(names = "--seed", description = "Of everything generated. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (offers < 0) {
            throw new BadInput("--offers: must be 0 or more, was " + offers);
        }
        assign(10_000, 200, 10);
        assign(50_000, 35, 35);
        rank();
        return ExitCode.DONE.number();
    }

    private void rank() {
        Vocabulary vocabulary = Vocabulary.builtIn();
        Generated generated = new Generated(vocabulary, new SplittableRandom(seed));
        Matcher matcher = Matcher.strict(vocabulary);
        try (LuceneOfferIndex index = LuceneOfferIndex.inMemory(vocabulary)) {
            long before = cpuNanos();
            index.rebuild(generated.offers(offers), 0);
            double buildSeconds = (cpuNanos() - before) / NANOS_PER_MILLI / 1000;
            List<Need> needs = generated.needs(NEEDS + WARM_UP);
            double[] millis = new double[NEEDS];
            int matches = 0;
            for (int i = 0; i < needs.size(); i++) {
                long started = cpuNanos();
                List<Match> ranked = matcher.rank(needs.get(i), index);
                if (i >= WARM_UP) {
                    millis[i - WARM_UP] = (cpuNanos() - started) / NANOS_PER_MILLI;
                    matches += (int) ranked.stream().filter(Match::isMatch).count();
                }
            }
            Arrays.sort(millis);
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("what", "rank");
            figures.put("offers", offers);
            figures.put("buildCpuSeconds", rounded(buildSeconds));
            figures.put("rankCpuMsP50", rounded(millis[NEEDS / 2]));
            figures.put("rankCpuMsP99", rounded(millis[NEEDS * 99 / 100]));
            figures.put("matchesPerNeed", rounded((double) matches / NEEDS));
            figures.put("usedMegabytes", usedMegabytes());
            print(figures);
        }
    }

    private void assign(int applicants, int places, int choices) {
        Instance instance = Generated.instance(applicants, places, choices, new SplittableRandom(seed));
        assign("assign with why-not", instance, choices);
        assign("assign with why-not, five departments a hospital", Generated.inGroups(instance, 5), choices);
    }

    private void assign(String what, Instance instance, int choices) {
        double best = Double.MAX_VALUE;
        Assignment assignment = null;
        for (int round = 0; round < ASSIGN_ROUNDS; round++) {
            long started = cpuNanos();
            assignment = DeferredAcceptance.assign(instance, Optimal.APPLICANTS, seed);
            assignment.whyNot();
            best = Math.min(best, (cpuNanos() - started) / NANOS_PER_MILLI);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("what", what);
        figures.put("applicants", instance.applicants().size());
        figures.put("places", instance.places().size());
        figures.put("choices", choices);
        figures.put("bestCpuMs", rounded(best));
        figures.put(
                "blockingPairs",
                assignment == null ? 0 : assignment.blockingPairs().size());
        print(figures);
    }

    private void print(Map<String, Object> figures) {
        console.out().println(MatchingJson.mapper().writeValueAsString(figures));
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long usedMegabytes() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
