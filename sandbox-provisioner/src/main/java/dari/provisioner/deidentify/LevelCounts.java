package dari.provisioner.deidentify;

import dari.provisioner.recipe.PrivacyModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the groups of equal published values at given levels and judges them. Reuses its arrays: one per thread. */
final class LevelCounts {

    /** A group that loses a larger share than this whatever is done is not acceptable as it is: more than the conditions' slack. */
    private static final double NEARLY_NONE = 1e-6;

    private final GeneralisedRows generalised;
    private final QuasiTable table;
    private final Criteria criteria;
    private final int width;
    private final int leastOfPopulation;
    private final PrivacyModel.@Nullable Presence presence;
    private final KeyIndex index;
    private final int words;
    private long[] keys = {};
    private final int[] everybody;
    private int[] groupOf = {};
    private int[] first = {};
    private int[] size = {};
    private int[] people = {};
    private int[] lastPerson = {};
    private int[] population = {};
    private int[] counts = {};
    private boolean[] accepted = {};

    LevelCounts(GeneralisedRows generalised, Criteria criteria, PrivacyModel model) {
        this.generalised = generalised;
        this.table = generalised.table();
        this.criteria = criteria;
        this.width = criteria.width();
        PrivacyModel.KMap map = model.kMap();
        this.leastOfPopulation = map == null ? 0 : map.k();
        this.presence = model.presence();
        int[][] around = table.population();
        this.everybody = new int[around == null || around.length == 0 ? 0 : around[0].length];
        Arrays.setAll(everybody, person -> person);
        this.words = generalised.words();
        this.index = new KeyIndex(words, 1024);
    }

    /**
     * What publishing at some levels costs.
     *
     * @param loss mean over the cells, 1 for those of suppressed rows
     * @param suppressed persons left out
     * @param doomed a lower bound of the share of rows that these or any finer levels must leave out
     * @param doomedPersons the same of persons
     * @param likely whether everybody of the population is as likely in the release as presence asks at least
     * @param hopeless whether neither these nor any finer levels can satisfy the model
     */
    record Verdict(double loss, long suppressed, double doomed, long doomedPersons, boolean likely, boolean hopeless) {}

    Verdict judge(RolledUp from, int[] levels) {
        group(from, levels);
        boolean hopeless = countPopulation(levels);
        double doomed = 0;
        boolean[] lost = new boolean[index.size()];
        for (int g = 0; g < index.size(); g++) {
            double rows = size[g] == 0 ? 0 : doomed(g);
            lost[g] = size[g] > 0 && rows >= size[g];
            doomed += rows;
            accepted[g] = rows <= NEARLY_NONE * size[g] && accepts(g);
            PrivacyModel.Presence bounds = presence;
            hopeless |= bounds != null && people[g] < bounds.min() * population[g];
        }
        // where every row is another person, a share of a group that is lost counts as well
        long doomedPersons = table.persons() == null ? (long) Math.ceil(doomed - NEARLY_NONE) : persons(from, lost);
        if (table.persons() != null) {
            leaveOutWholePersons(from);
        }
        return new Verdict(
                loss(from, levels),
                persons(from, rejected()),
                table.rows() == 0 ? 0 : doomed / table.rows(),
                doomedPersons,
                !hopeless && everybodyIsLikely(),
                hopeless);
    }

    /** The answer at some levels, class by class. */
    Recoding recoding(RolledUp whole, int[] levels) {
        judge(whole, levels);
        int[] classOf = new int[table.rows()];
        int[] numberOf = new int[index.size()];
        List<int[]> nodes = new ArrayList<>();
        for (int g = 0; g < numberOf.length; g++) {
            numberOf[g] = accepted[g] && size[g] > 0 ? nodes.size() : Recoding.SUPPRESSED;
            if (numberOf[g] >= 0) {
                int[] published = new int[levels.length];
                for (int a = 0; a < published.length; a++) {
                    published[a] = table.hierarchies()[a].node(table.leaves()[a][first[g]], levels[a]);
                }
                nodes.add(published);
            }
        }
        boolean[] gone = gone(whole);
        int[] persons = table.persons();
        write(table.leaves(), RolledUp.all(table), levels);
        for (int row = 0; row < classOf.length; row++) {
            classOf[row] = persons != null && gone[persons[row]]
                    ? Recoding.SUPPRESSED
                    : numberOf[index.known(keys, row * words)];
        }
        return new Recoding(classOf, nodes);
    }

    private void group(RolledUp from, int[] levels) {
        int items = from.rows().length;
        index.clear(items, generalised.different(levels));
        if (groupOf.length < items) {
            groupOf = new int[items];
        }
        write(table.leaves(), from.rows(), levels);
        for (int i = 0; i < items; i++) {
            int group = index.number(keys, i * words);
            groupOf[i] = group;
            if (group >= first.length) {
                first = Arrays.copyOf(first, Math.max(1024, group * 2));
            }
            first[group] = from.rows()[i];
        }
        int groups = index.size();
        if (size.length < groups) {
            size = new int[groups];
            people = new int[groups];
            lastPerson = new int[groups];
            accepted = new boolean[groups];
            population = new int[groups];
            counts = new int[groups * width];
        }
        count(from, new boolean[0]);
        Arrays.fill(population, 0, groups, 0);
    }

    private void write(int[][] leaves, int[] rows, int[] levels) {
        if (keys.length < rows.length * words) {
            keys = new long[rows.length * words];
        }
        generalised.keys(leaves, rows, levels, keys);
    }

    /** @param gone persons who are not counted any more; empty when nobody is gone */
    private void count(RolledUp from, boolean[] gone) {
        int groups = index.size();
        Arrays.fill(size, 0, groups, 0);
        Arrays.fill(people, 0, groups, 0);
        Arrays.fill(lastPerson, 0, groups, -1);
        Arrays.fill(counts, 0, groups * width, 0);
        int[] persons = table.persons();
        QuasiTable.Sensitive[] sensitive = table.sensitive();
        for (int i = 0; i < from.rows().length; i++) {
            int row = from.rows()[i];
            int group = groupOf[i];
            int weight = from.weights()[i];
            if (persons == null) {
                people[group] += weight;
            } else if (gone.length > 0 && gone[persons[row]]) {
                continue;
            } else if (lastPerson[group] != persons[row]) {
                lastPerson[group] = persons[row];
                people[group]++;
            }
            size[group] += weight;
            from.addCounts(sensitive, i, counts, group * width, width);
        }
    }

    /** Answers whether somebody of the population has no group at all although presence asks for a least share. */
    private boolean countPopulation(int[] levels) {
        int[][] around = table.population();
        if (around == null) {
            return false;
        }
        PrivacyModel.Presence bounds = presence;
        boolean left = false;
        write(around, everybody, levels);
        for (int person = 0; person < everybody.length; person++) {
            int group = index.known(keys, person * words);
            if (group >= 0) {
                population[group]++;
            } else {
                left = true;
            }
        }
        return left && bounds != null && bounds.min() > 0;
    }

    /** Somebody whose group is left out is surely not in the release. */
    private boolean everybodyIsLikely() {
        PrivacyModel.Presence bounds = presence;
        for (int g = 0; g < index.size() && bounds != null && bounds.min() > 0; g++) {
            if (population[g] > 0 && !accepted[g]) {
                return false;
            }
        }
        return true;
    }

    private boolean accepts(int group) {
        PrivacyModel.Presence bounds = presence;
        return size[group] > 0
                && criteria.accepts(people[group], size[group], counts, group * width)
                && population[group] >= leastOfPopulation
                && (bounds == null
                        || (people[group] >= bounds.min() * population[group]
                                && people[group] <= bounds.max() * population[group]));
    }

    private double doomed(int group) {
        if (population[group] < leastOfPopulation) {
            return size[group];
        }
        PrivacyModel.Presence bounds = presence;
        double tooMany = bounds == null ? 0 : people[group] - bounds.max() * population[group];
        return Math.max(tooMany, criteria.doomed(people[group], size[group], counts, group * width));
    }

    /** One row of a person left out takes all of theirs along, which may make further groups too small. */
    private void leaveOutWholePersons(RolledUp from) {
        boolean changed = true;
        while (changed) {
            boolean[] gone = gone(from);
            count(from, gone);
            changed = false;
            for (int g = 0; g < index.size(); g++) {
                if (accepted[g] && size[g] > 0 && !accepts(g)) {
                    accepted[g] = false;
                    changed = true;
                }
            }
        }
    }

    private boolean[] rejected() {
        boolean[] rejected = new boolean[index.size()];
        for (int g = 0; g < rejected.length; g++) {
            rejected[g] = !accepted[g];
        }
        return rejected;
    }

    /** Persons with a row in a rejected group; empty where every row is another person. */
    private boolean[] gone(RolledUp from) {
        int[] persons = table.persons();
        if (persons == null) {
            return new boolean[0];
        }
        boolean[] gone = new boolean[table.people()];
        for (int i = 0; i < from.rows().length; i++) {
            if (!accepted[groupOf[i]]) {
                gone[persons[from.rows()[i]]] = true;
            }
        }
        return gone;
    }

    /** Persons with a row in one of some groups. */
    private long persons(RolledUp from, boolean[] groups) {
        int[] persons = table.persons();
        long sum = 0;
        if (persons == null) {
            for (int g = 0; g < groups.length; g++) {
                sum += groups[g] ? people[g] : 0;
            }
            return sum;
        }
        int last = -1;
        for (int i = 0; i < from.rows().length; i++) {
            int person = persons[from.rows()[i]];
            if (groups[groupOf[i]] && person != last) {
                sum++;
                last = person;
            }
        }
        return sum;
    }

    private double loss(RolledUp from, int[] levels) {
        double lost = 0;
        long kept = 0;
        for (int g = 0; g < index.size(); g++) {
            if (accepted[g] && size[g] > 0) {
                lost += size[g] * generalised.loss(first[g], levels);
                kept += size[g];
            }
        }
        return table.rows() == 0 ? 0 : (lost + table.rows() - kept) / table.rows();
    }
}
