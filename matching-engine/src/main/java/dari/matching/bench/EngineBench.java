package dari.matching.bench;

import dari.matching.Match;
import dari.matching.Matcher;
import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.OfferIndex;
import dari.matching.OfferIndex.Change;
import dari.matching.Side;
import dari.matching.evaluation.Generated;
import dari.matching.text.OfferTokens;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures one engine: the index as the marketplace uses it, and beside it, in the same run and over the same offers,
 * the barest query with a filter that passes 2 %. Their ratio compares runs on different machines.
 */
public final class EngineBench {

    private static final int PAGE = 10;
    private static final int GROUPS = 50;
    private static final int LETTERS = 26;
    private static final int CHANGES_WARM_UP = 5;
    private static final int CHANGES = 40;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1000;

    /** Something told by the engine's surroundings. */
    public interface Reading {
        double now() throws IOException;
    }

    /**
     * @param outsideCpuSeconds CPU time so far of processes other than this one
     * @param diskBytes size of the offers' index
     */
    public record Surroundings(Reading outsideCpuSeconds, Reading diskBytes) {}

    /**
     * @param dimensions length of the vectors, 0 for words alone
     * @param needs how many are counted in a round; half as many before the first one warm up
     * @param rounds of bare queries and rankings; the figures are the medians over them
     */
    public record Size(int offers, int dimensions, int needs, int rounds) {

        int warmUp() {
            return needs / 2;
        }

        int allNeeds() {
            return warmUp() + needs;
        }
    }

    private final Vocabulary vocabulary;
    private final Generated generated;
    private final Size size;
    private final Surroundings surroundings;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    public EngineBench(Vocabulary vocabulary, Generated generated, Size size, Surroundings surroundings) {
        this.vocabulary = vocabulary;
        this.generated = generated;
        this.size = size;
        this.surroundings = surroundings;
    }

    /** @param name how the engine is called in the figures */
    public Map<String, Object> run(String name, OfferIndex index, BareEngine bare) throws IOException {
        figures.put("what", "rank");
        figures.put("engine", name);
        figures.put("offers", size.offers());
        figures.put("dimensions", size.dimensions());
        build("build", () -> index.rebuild(generated.offers(size.offers()), 1));
        figures.put("diskMegabytes", megabytes(surroundings.diskBytes().now()));
        try (OfferTokens tokens = new OfferTokens(vocabulary)) {
            build("bareBuild", () -> bare.build(documents(tokens)));
            compare(index, bare, tokens);
        }
        visible(index);
        figures.put("heapMegabytesAfterGc", megabytes(heapAfterGc()));
        return figures;
    }

    private void compare(OfferIndex index, BareEngine bare, OfferTokens tokens) throws IOException {
        List<Need> needs = generated.needs(size.allNeeds());
        List<BareEngine.Query> queries = needs.stream()
                .map(need -> new BareEngine.Query(
                        tokens.ofQuery(need.text(), codes(need)),
                        group(Integer.parseInt(need.id().substring(need.id().indexOf('-') + 1))),
                        direction(need.text())))
                .toList();
        Matcher matcher = Matcher.strict(vocabulary);
        long[] matches = new long[1];
        List<Map<String, Double>> rounds = new ArrayList<>();
        for (int round = 0; round < size.rounds(); round++) {
            rounds.add(round(
                    round == 0 ? size.warmUp() : 0,
                    i -> bare.run(queries.get(i)),
                    i -> matches[0] += readAsAPage(matcher, needs.get(i), index)));
        }
        figures.put("rounds", size.rounds());
        rounds.get(0)
                .keySet()
                .forEach(name -> figures.put(
                        name,
                        Timings.median(rounds.stream()
                                .mapToDouble(round -> round.get(name))
                                .toArray())));
        int ranked = size.warmUp() + size.rounds() * size.needs();
        figures.put("matchesPerNeed", Timings.rounded((double) matches[0] / ranked));
        figures.put(
                "rankToBareAllCpuOfEachRound",
                rounds.stream().map(round -> round.get("rankToBareAllCpu")).toList());
    }

    /** The bare query and the ranking, one after the other, so that what disturbs the machine disturbs both. */
    private Map<String, Double> round(int warmUp, Timings.Step bareQuery, Timings.Step rank) throws IOException {
        Timings[] times = new Timings[2];
        double bareCpu = spent(() -> times[0] = Timings.of(warmUp, size.needs(), bareQuery))
                .all();
        double rankCpu =
                spent(() -> times[1] = Timings.of(warmUp, size.needs(), rank)).all();
        int runs = warmUp + size.needs();
        Map<String, Double> round = new LinkedHashMap<>();
        round.put("bareQueryAllCpuMs", Timings.rounded(bareCpu * MILLIS_PER_SECOND / runs));
        round.put("rankAllCpuMs", Timings.rounded(rankCpu * MILLIS_PER_SECOND / runs));
        times[0].into(round, "bareQuery");
        times[1].into(round, "rank");
        round.put("rankToBareElapsedP50", ratio(times[1].elapsedP50(), times[0].elapsedP50()));
        round.put("rankToBareOwnCpuP50", ratio(times[1].cpuP50(), times[0].cpuP50()));
        round.put("rankToBareAllCpu", ratio(rankCpu, bareCpu));
        return round;
    }

    /** Ranks the need and explains the first page, near misses included; how many of the ranking are matches. */
    private static long readAsAPage(Matcher matcher, Need need, OfferIndex index) {
        List<Match> ranking = matcher.rank(need, index);
        matcher.explain(ranking.subList(0, Math.min(PAGE, ranking.size())), ranking, Side.STARTUP);
        return ranking.stream().filter(Match::isMatch).count();
    }

    /**
     * From the change of an offer until a search finds it as it is now. The offer says nothing but the word that is
     * searched, so that words and meaning both put it first: only an index that does not yet show it fails.
     */
    private void visible(OfferIndex index) throws IOException {
        Offer template = generated.offer(0);
        Map<String, Double> visible = new LinkedHashMap<>();
        Timings.of(CHANGES_WARM_UP, CHANGES, number -> {
                    String word = wordOfItsOwn(number);
                    index.apply(List.of(new Change.Put(saying(template, word))), 2L + number);
                    String best =
                            index.search(word, List.of(), 1).get(0).offer().title();
                    if (!best.equals(word)) {
                        throw new IllegalStateException("a change was not visible to the next search");
                    }
                })
                .into(visible, "changeToVisible");
        figures.putAll(visible);
    }

    /** CPU seconds of this process and of the others involved. */
    private record Spent(double own, double outside) {

        double all() {
            return own + outside;
        }
    }

    private Spent spent(Work work) throws IOException {
        double outside = surroundings.outsideCpuSeconds().now();
        double own = ownCpuSeconds();
        work.run();
        double ownSpent = ownCpuSeconds() - own;
        return new Spent(ownSpent, surroundings.outsideCpuSeconds().now() - outside);
    }

    private void build(String name, Work work) throws IOException {
        Spent spent = spent(work);
        figures.put(name + "OwnCpuSeconds", Timings.rounded(spent.own()));
        figures.put(name + "NodeCpuSeconds", Timings.rounded(spent.outside()));
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Every thread of this process, the compiler's and the collector's too. */
    private static double ownCpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / NANOS_PER_SECOND
                : 0;
    }

    private Iterable<BareEngine.Document> documents(OfferTokens tokens) {
        return () -> Stream.iterate(0, number -> number < size.offers(), number -> number + 1)
                .map(number -> {
                    Offer offer = generated.offer(number);
                    return new BareEngine.Document(
                            offer.id(),
                            tokens.ofOffer(offer),
                            group(number),
                            direction(offer.title() + "\n" + offer.text()));
                })
                .iterator();
    }

    private BareEngine.@Nullable Direction direction(String text) {
        return size.dimensions() == 0 ? null : new BareEngine.Direction(text, size.dimensions());
    }

    private static String group(int number) {
        return "group" + number % GROUPS;
    }

    private static List<String> codes(Need need) {
        return Stream.of(need.diseases(), need.modalities(), need.bodyParts(), need.labels())
                .flatMap(List::stream)
                .toList();
    }

    /** Letters alone: a digit would be found in the names of diseases too. */
    private static String wordOfItsOwn(int number) {
        return "zq" + (char) ('a' + number / LETTERS) + (char) ('a' + number % LETTERS);
    }

    private static Offer saying(Offer o, String word) {
        return new Offer(
                o.id(),
                o.kind(),
                word,
                "",
                o.modalities(),
                o.diseases(),
                o.bodyParts(),
                o.labels(),
                o.formats(),
                o.environments(),
                o.region(),
                o.persons(),
                o.yearFrom(),
                o.yearTo(),
                o.clinicianHours(),
                o.terms(),
                o.wants());
    }

    private static double heapAfterGc() {
        ManagementFactory.getMemoryMXBean().gc();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return heap.getUsed();
    }

    private static double ratio(double one, double other) {
        return other == 0 ? 0 : Timings.rounded(one / other);
    }

    private static double megabytes(double bytes) {
        return Timings.rounded(bytes / (1 << 20));
    }
}
