package dari.provisioner.deidentify;

import dari.provisioner.recipe.PrivacyModel;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether a group of rows may be published as one class: at least k persons, the l and t conditions on the sensitive columns,
 * and enough persons of the population. If two groups are acceptable so is their union (entropy is concave, the distances are
 * convex, and wider values cover more of a population), so groups that happen to be published alike stay acceptable;
 * δ-presence alone lacks this and is for global recoding, where equal values are one group. Not thread-safe: one per thread.
 */
final class Acceptance {

    private final Criteria criteria;
    private final CoverCosts costs;
    private final int @Nullable [] persons;
    private final QuasiTable.Sensitive[] sensitive;
    private final int[] counts;
    private final @Nullable Population population;
    private final int leastOfPopulation;
    private final PrivacyModel.@Nullable Presence presence;

    private Acceptance(
            Criteria criteria,
            CoverCosts costs,
            QuasiTable table,
            PrivacyModel model,
            @Nullable Population population) {
        this.criteria = criteria;
        this.costs = costs;
        this.persons = table.persons();
        this.sensitive = table.sensitive();
        this.counts = new int[criteria.width()];
        this.population = population;
        PrivacyModel.KMap map = model.kMap();
        this.leastOfPopulation = map == null ? 0 : map.k();
        this.presence = model.presence();
    }

    /** What the acceptances of all threads share. */
    record Rules(
            PrivacyModel model,
            QuasiTable table,
            Criteria criteria,
            CoverCosts costs,
            @Nullable Population population) {

        static Rules of(PrivacyModel model, QuasiTable table) {
            int[][] people = table.population();
            return new Rules(
                    model,
                    table,
                    new Criteria(model, table),
                    new CoverCosts(table),
                    people == null ? null : new Population(table.hierarchies(), people));
        }

        /** The same over other conditions. */
        Rules with(PrivacyModel other) {
            return new Rules(other, table, new Criteria(other, table), costs, population);
        }

        Acceptance acceptance() {
            return new Acceptance(criteria, costs, table, model, population);
        }
    }

    /** Whether an acceptable group stays acceptable whatever row joins it. */
    boolean growsSafely() {
        return criteria.growsSafely() && presence == null;
    }

    /** Whether a group may lack values and not only members, so that it matters which row joins it. */
    boolean asksForValues() {
        return !criteria.isSizeOnly();
    }

    boolean accepts(int[] rows, int from, int to) {
        if (from == to || to - from < criteria.k()) {
            return false;
        }
        int people = persons(rows, from, to);
        if (people < criteria.k()) {
            return false;
        }
        if (!criteria.isSizeOnly()) {
            count(rows, from, to);
            if (!criteria.accepts(people, to - from, counts, 0)) {
                return false;
            }
        }
        Population around = population;
        return around == null || fitsPopulation(around, people, rows, from, to);
    }

    private boolean fitsPopulation(Population around, int people, int[] rows, int from, int to) {
        int covered = around.covered(costs.nodes(rows, from, to));
        PrivacyModel.Presence bounds = presence;
        return covered >= leastOfPopulation
                && (bounds == null || (people >= bounds.min() * covered && people <= bounds.max() * covered));
    }

    private int persons(int[] rows, int from, int to) {
        int[] of = persons;
        if (of == null) {
            return to - from;
        }
        BitSet seen = new BitSet();
        int different = 0;
        for (int i = from; i < to; i++) {
            if (!seen.get(of[rows[i]])) {
                seen.set(of[rows[i]]);
                different++;
            }
        }
        return different;
    }

    private void count(int[] rows, int from, int to) {
        Arrays.fill(counts, 0);
        int offset = 0;
        for (QuasiTable.Sensitive column : sensitive) {
            int[] values = column.values();
            for (int i = from; i < to; i++) {
                counts[offset + values[rows[i]]]++;
            }
            offset += column.size();
        }
    }
}
