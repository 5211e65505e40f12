package dari.provisioner.deidentify;

import dari.provisioner.recipe.PrivacyModel;
import java.util.ArrayList;
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
    private final RolledUp whole;
    private final List<Integer> prefix;
    private final Map<List<Integer>, RolledUp> kept = new HashMap<>();
    private long keptNumbers;
    private final ThreadLocal<LevelCounts> counting;

    LatticeCounts(QuasiTable table, PrivacyModel model) {
        this.table = table;
        this.model = model;
        this.rows = new GeneralisedRows(table);
        this.criteria = new Criteria(model, table);
        this.allowed = (long) Math.floor(model.suppressionLimit() * table.people() + 1e-9);
        this.whole = RolledUp.whole(rows);
        this.prefix = prefix(table);
        this.counting = ThreadLocal.withInitial(() -> new LevelCounts(rows, criteria, model));
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

    /** The columns with most values, as many as have few enough levels together. */
    private static List<Integer> prefix(QuasiTable table) {
        List<Integer> byValues = IntStream.range(0, table.attributes())
                .boxed()
                .sorted(Comparator.comparingInt(a -> -table.hierarchies()[a].leaves()))
                .toList();
        List<Integer> chosen = new ArrayList<>();
        long states = 1;
        for (int a : byValues) {
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
            return known == null ? whole : known;
        }
        int[] coarse = new int[levels.length];
        for (int a : prefix) {
            coarse[a] = levels[a];
        }
        RolledUp rolled = whole.at(coarse, rows);
        keptNumbers += 2L * rolled.rows().length + rolled.counts().length;
        kept.put(name, rolled);
        return rolled;
    }

    Recoding recoding(int[] levels) {
        return new LevelCounts(rows, criteria, model).recoding(whole, levels);
    }
}
