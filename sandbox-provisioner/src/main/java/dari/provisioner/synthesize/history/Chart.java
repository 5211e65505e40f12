package dari.provisioner.synthesize.history;

import dari.provisioner.synthesize.CodedTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Invents the rows of one clinical table. A person keeps a set of codes, as real persons' codes recur; each of its rows takes one of
 * them, the likelier the better it goes with the contact's kind and age: P(kind | code)/P(kind) · P(age | code)/P(age).
 */
final class Chart {

    /** Added to each count, in shares of what independence expects: a code that was drawn seldom keeps near what all do. */
    private static final double PRIOR = 50;

    private static final int TRIES = 20;

    /** How likely an empty contact gets a row that is to be added, as a part of one that has a row. */
    private static final double SPREAD = 0.1;

    private final HistoryDomain domain;
    private final EventColumns columns;
    private final PersonColumns person;
    private final List<Integer> frequent;
    private final double[] tail;
    private final double[][] ofKind;
    private final double[][] ofAge;
    private final double[] recurs;
    private final Donors values;

    /** Per frequent code, how many persons a rule took it from that nobody else was given it for yet. */
    private final int[] owed;

    /**
     * @param person what a person's row tells
     * @param drawn invented rows of the table
     * @param persons how many there are
     */
    Chart(
            HistoryDomain domain,
            EventColumns columns,
            Concepts concepts,
            PersonColumns person,
            CodedTable drawn,
            double persons) {
        this.domain = domain;
        this.columns = columns;
        this.person = person;
        this.frequent = person.frequent(columns.table());
        this.tail = cumulated(concepts.counts(), frequent);
        this.ofKind = affinity(drawn, EventColumns.KIND);
        this.ofAge = affinity(drawn, EventColumns.AGE);
        this.recurs = recurrence(drawn, concepts, persons);
        this.owed = new int[frequent.size()];
        this.values = new Donors(
                drawn, List.of(new int[] {EventColumns.CODE, EventColumns.AGE}, new int[] {EventColumns.CODE}));
    }

    private static double[] cumulated(double[] counts, List<Integer> without) {
        double[] sums = new double[counts.length];
        double sum = 0;
        for (int code = 0; code < sums.length; code++) {
            sum += without.contains(code) ? 0 : counts[code];
            sums[code] = sum;
        }
        if (sum == 0) { // noise hides every one: what is left is "other"
            sums[sums.length - 1] = 1;
        }
        return sums;
    }

    private double[][] affinity(CodedTable drawn, int column) {
        int groups = columns.groups();
        int codes = drawn.sizes()[column];
        double[][] joint = new double[groups][codes];
        double[] ofCode = new double[codes];
        double[] ofGroup = new double[groups];
        double rows = 0;
        for (int row = 0; row < drawn.rows(); row++) {
            int group = drawn.column(EventColumns.CODE)[row];
            if (group < groups) {
                int code = drawn.column(column)[row];
                joint[group][code]++;
                ofCode[code]++;
                ofGroup[group]++;
                rows++;
            }
        }
        for (int group = 0; group < groups; group++) {
            for (int code = 0; code < codes; code++) {
                double share = (ofCode[code] + 1e-3) / Math.max(1, rows);
                joint[group][code] = (joint[group][code] + PRIOR * share) / ((ofGroup[group] + PRIOR) * share);
            }
        }
        return joint;
    }

    /** Per group, how many of a person's rows a code takes for each person that has it: relative to the others. */
    private double[] recurrence(CodedTable drawn, Concepts concepts, double persons) {
        int groups = columns.groups();
        double[] rows = new double[groups];
        for (int row = 0; row < drawn.rows(); row++) {
            int group = drawn.column(EventColumns.CODE)[row];
            if (group < groups) {
                rows[group]++;
            }
        }
        double[] having = new double[groups];
        for (int code = 0; code < concepts.counts().length; code++) {
            having[columns.group(code)] += concepts.counts()[code];
        }
        double[] recurs = new double[groups];
        for (int group = 0; group < groups; group++) {
            double share = persons * (rows[group] + 1) / Math.max(1, drawn.rows());
            recurs[group] = Math.min(20, Math.max(0.05, share / Math.max(1, having[group])));
        }
        return recurs;
    }

    /**
     * @param row of the person table
     * @param slots contacts, which say about how many rows they have
     * @param ages of the person at each
     * @param known what rules look at of the person
     * @return events of each contact
     */
    List<List<History.Event>> invent(
            CodedTable persons,
            int row,
            List<Timeline.Slot> slots,
            int[] ages,
            HistoryRules.Person known,
            RandomGenerator random) {
        int table = domain.tables().indexOf(columns.table());
        List<List<History.Event>> events = new ArrayList<>(slots.size());
        slots.forEach(slot -> events.add(new ArrayList<>()));
        if (slots.isEmpty()) {
            return events;
        }
        int[] codes = codes(persons, row, known, random);
        if (codes.length == 0) {
            return events;
        }
        int[] from = new int[codes.length];
        for (int c = 0; c < codes.length; c++) {
            from[c] = known.notBefore(columns.table(), codes[c]);
        }
        int[] free = slots.stream().mapToInt(slot -> slot.rows()[table]).toArray();
        int bucket = persons.column(person.rows(columns.table()))[row];
        if (bucket < Buckets.CONTACTS.size()) {
            settle(free, Math.max(codes.length, Buckets.CONTACTS.draw(bucket, random)), random);
        }
        double[] weights = new double[Math.max(codes.length, free.length)];
        for (int c = 0; c < codes.length; c++) { // every code that the person has is somewhere
            int first = from[c];
            boolean full = IntStream.range(0, free.length)
                    .allMatch(s -> free[s] == 0 || slots.get(s).last() < first);
            for (int s = 0; s < free.length; s++) {
                weights[s] = slots.get(s).last() < first
                        ? 0
                        : (full ? 1 : free[s]) * fit(codes[c], slots.get(s).kind(), ages[s]);
            }
            int at = pick(weights, free.length, random);
            free[at] = Math.max(0, free[at] - 1);
            events.get(at).add(event(codes[c], slots.get(at), first, ages[at], random));
        }
        for (int s = 0; s < free.length; s++) {
            Timeline.Slot slot = slots.get(s);
            for (int i = 0; i < free[s]; i++) {
                double sum = 0;
                for (int c = 0; c < codes.length; c++) {
                    weights[c] = slot.last() < from[c]
                            ? 0
                            : recurs[columns.group(codes[c])] * fit(codes[c], slot.kind(), ages[s]);
                    sum += weights[c];
                }
                if (sum > 0) { // else every code of the person waits for something later
                    int c = pick(weights, codes.length, random);
                    events.get(s).add(event(codes[c], slot, from[c], ages[s], random));
                }
            }
        }
        return events;
    }

    /** Adds and takes away rows, where there are already some, until there are as many as the person has. */
    private static void settle(int[] rows, int wanted, RandomGenerator random) {
        double[] weights = new double[rows.length];
        int sum = Arrays.stream(rows).sum();
        for (; sum < wanted; sum++) {
            for (int s = 0; s < rows.length; s++) {
                weights[s] = rows[s] + SPREAD;
            }
            rows[pick(weights, rows.length, random)]++;
        }
        for (; sum > wanted; sum--) {
            for (int s = 0; s < rows.length; s++) {
                weights[s] = rows[s];
            }
            rows[pick(weights, rows.length, random)]--;
        }
    }

    /** What a rule takes from one person, the next who may have it gets: as many have it as the answers say. */
    private int[] codes(CodedTable persons, int row, HistoryRules.Person known, RandomGenerator random) {
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < frequent.size(); i++) {
            boolean has = persons.column(person.codes(columns.table()) + i)[row] == 1;
            boolean may = known.mayHave(columns.table(), frequent.get(i));
            if (has && !may) {
                owed[i]++;
            } else if (may && (has || owed[i] > 0)) {
                owed[i] -= has ? 0 : 1;
                codes.add(frequent.get(i));
            }
        }
        int bucket = persons.column(person.tail(columns.table()))[row];
        int others = bucket < Buckets.TAIL.size() ? Buckets.TAIL.draw(bucket, random) : 0;
        for (int i = 0; i < others; i++) {
            int code = fromTail(random);
            for (int tries = 0; tries < TRIES && !fits(code, codes, known); tries++) {
                code = fromTail(random);
            }
            if (fits(code, codes, known)) {
                codes.add(code);
            }
        }
        return codes.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean fits(int code, List<Integer> codes, HistoryRules.Person known) {
        return !codes.contains(code) && known.mayHave(columns.table(), code);
    }

    private int fromTail(RandomGenerator random) {
        double at = random.nextDouble() * tail[tail.length - 1];
        int found = Arrays.binarySearch(tail, at);
        int code = found >= 0 ? found + 1 : -found - 1;
        return Math.min(code, tail.length - 1);
    }

    private double fit(int code, int kind, int age) {
        int group = columns.group(code);
        return ofKind[group][kind] * ofAge[group][age];
    }

    /** @param from first day that is possible; in the contact or before it */
    private History.Event event(int code, Timeline.Slot slot, int from, int age, RandomGenerator random) {
        int[] known = new int[values.rows().width()];
        known[EventColumns.CODE] = columns.group(code);
        known[EventColumns.AGE] = age;
        int value = values.rows().column(EventColumns.VALUE)[values.pick(known, random)];
        int first = Math.max(slot.first(), from);
        int day = first + random.nextInt(slot.last() - first + 1);
        return new History.Event(columns.table(), code, day, value);
    }

    private static int pick(double[] weights, int count, RandomGenerator random) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i];
        }
        double at = random.nextDouble() * sum;
        for (int i = 0; i < count - 1; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return count - 1;
    }
}
