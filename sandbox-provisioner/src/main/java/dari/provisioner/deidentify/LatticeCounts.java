package dari.provisioner.deidentify;

import dari.provisioner.recipe.PrivacyModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Judges states of the lattice of levels, several at a time on all cores, each from the smallest table that is fine enough. */
final class LatticeCounts {

    /** Prefixes of levels for which a rolled-up table is kept: more are used too seldom to pay. */
    private static final int PREFIXES = 160;

    /** Numbers of rolled-up tables kept in all, at four bytes each. */
    private static final long MOST_KEPT = 1L << 23;

    private final GeneralisedRows rows;
    private final QuasiTable table;
    private final PrivacyModel model;
    private final Criteria criteria;
    private final long allowed;
    private final PairBounds pairs;
    private RolledUp finest;
    private final List<Integer> prefix;
    private final Map<List<Integer>, RolledUp> kept = new HashMap<>();
    private long keptNumbers;
    private final ThreadLocal<LevelCounts> counting;

    /** @param tops coarsest levels */
    LatticeCounts(QuasiTable table, PrivacyModel model, int[] tops) {
        this.table = table;
        this.model = model;
        this.rows = new GeneralisedRows(table);
        this.criteria = new Criteria(model, table);
        this.allowed = (long) Math.floor(model.suppressionLimit() * table.people() + 1e-9);
        this.prefix = prefix(table);
        this.counting = ThreadLocal.withInitial(() -> new LevelCounts(rows, criteria, model));
        RolledUp whole = RolledUp.whole(table);
        // where rows may be left out two columns rule out little; where persons or a population count nothing is small
        boolean worthwhile = allowed == 0 && table.persons() == null && table.population() == null;
        this.pairs = worthwhile
                ? PairBounds.of(whole, rows, byValues(table), tops, model.k(), this::hopeless)
                : PairBounds.none(whole.at(new int[tops.length], rows));
        this.finest = pairs.finest();
    }

    /** From now on only states are judged that are no finer than this in any column. */
    void onlyAbove(int[] levels) {
        finest = Arrays.equals(levels, finest.levels()) ? finest : finest.at(levels, rows);
    }

    /** What one and two columns rule out: only what is left may be judged. */
    PairBounds pairs() {
        return pairs;
    }

    GeneralisedRows rows() {
        return rows;
    }

    /**
     * @param allowed whether the suppression stays within the limit
     * @param doomed share of rows that these or finer levels lose for sure; infinite where they cannot keep the limit
     */
    @SuppressWarnings("ArrayRecordComponent") // as everywhere in the solvers: never compared
    record Judged(int[] levels, LevelCounts.Verdict verdict, boolean allowed, double doomed) {

        boolean hopeful() {
            return doomed < Double.POSITIVE_INFINITY;
        }
    }

    /** Answers in the order of the states. */
    void judge(List<int[]> states, Consumer<Judged> answer) {
        List<RolledUp> sources = states.stream().map(this::source).toList();
        Judged[] judged = new Judged[states.size()];
        IntStream.range(0, judged.length).parallel().forEach(i -> judged[i] = judge(sources.get(i), states.get(i)));
        for (Judged each : judged) {
            answer.accept(each);
        }
    }

    private Judged judge(RolledUp source, int[] levels) {
        LevelCounts.Verdict verdict = counting.get().judge(source, levels);
        boolean hopeless = verdict.hopeless() || verdict.doomedPersons() > allowed;
        return new Judged(
                levels.clone(),
                verdict,
                verdict.likely() && verdict.suppressed() <= allowed,
                hopeless ? Double.POSITIVE_INFINITY : verdict.doomed());
    }

    private static List<Integer> byValues(QuasiTable table) {
        return IntStream.range(0, table.attributes())
                .boxed()
                .sorted(Comparator.comparingInt(a -> -table.hierarchies()[a].leaves()))
                .toList();
    }

    private boolean hopeless(RolledUp source, int[] levels) {
        return !judge(source, levels).hopeful();
    }

    /** The columns with most values, as many as have few enough levels together. */
    private static List<Integer> prefix(QuasiTable table) {
        List<Integer> chosen = new ArrayList<>();
        long states = 1;
        for (int a : byValues(table)) {
            states *= table.fixed()[a] ? 1 : table.hierarchies()[a].levels();
            if (states > PREFIXES) {
                break;
            }
            chosen.add(a);
        }
        return chosen;
    }

    /** The table rolled up to a state's levels of the prefix and no further: shared by all states with the same ones. */
    private RolledUp source(int[] levels) {
        List<Integer> name = prefix.stream().map(a -> levels[a]).toList();
        RolledUp known = kept.get(name);
        if (known != null || keptNumbers > MOST_KEPT) {
            return known == null ? finest : known;
        }
        int[] coarse = finest.levels().clone();
        for (int a : prefix) {
            coarse[a] = levels[a];
        }
        RolledUp rolled = finest.at(coarse, rows);
        keptNumbers += 2L * rolled.rows().length + rolled.counts().length;
        kept.put(name, rolled);
        return rolled;
    }

    Recoding recoding(int[] levels) {
        return new LevelCounts(rows, criteria, model).recoding(finest, levels);
    }
}
