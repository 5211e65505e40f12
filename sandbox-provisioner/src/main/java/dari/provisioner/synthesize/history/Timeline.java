package dari.provisioner.synthesize.history;

import dari.provisioner.synthesize.CodedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Invents when a person comes, why, for how long and how much is recorded: a Markov chain over contacts, given the person's class. */
final class Timeline {

    /** Tries per contact to exchange a gap by a shorter one. */
    private static final int EXCHANGES = 5;

    private final HistoryDomain domain;
    private final Donors donors;
    private final ContactColumns columns;

    Timeline(HistoryDomain domain, CodedTable drawn) {
        this.domain = domain;
        this.columns = new ContactColumns(domain);
        this.donors = new Donors(
                possible(drawn),
                List.of(
                        new int[] {
                            ContactColumns.CONTACTS, ContactColumns.PACE, ContactColumns.BEFORE, ContactColumns.AGE
                        },
                        new int[] {ContactColumns.CONTACTS, ContactColumns.PACE, ContactColumns.BEFORE},
                        new int[] {ContactColumns.PACE, ContactColumns.BEFORE},
                        new int[] {ContactColumns.BEFORE}));
    }

    /** Without rows that noise made impossible: a gap before the first contact, or none before a later one. */
    private CodedTable possible(CodedTable drawn) {
        short[] before = drawn.column(ContactColumns.BEFORE);
        short[] gap = drawn.column(ContactColumns.GAP);
        int[] kept = IntStream.range(0, drawn.rows())
                .filter(row -> (before[row] == columns.start()) == (gap[row] >= Buckets.GAP.size()))
                .toArray();
        if (kept.length == 0) {
            return drawn;
        }
        short[][] cells = new short[drawn.width()][kept.length];
        for (int c = 0; c < cells.length; c++) {
            for (int i = 0; i < kept.length; i++) {
                cells[c][i] = drawn.column(c)[kept[i]];
            }
        }
        return new CodedTable(cells, drawn.sizes());
    }

    /**
     * A contact without its events.
     *
     * @param rows of each clinical table, in their order
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
    record Slot(int first, int last, int kind, int[] rows) {}

    /**
     * @param contacts how many
     * @param pace code of the pace, or that of none
     * @param first day of the first contact, as far as what follows leaves room
     * @param born the first day that may be in this life, 0 at least
     */
    List<Slot> invent(int contacts, int pace, int first, int born, int birthYear, RandomGenerator random) {
        if (contacts == 0) {
            return List.of();
        }
        Period period = domain.period();
        int[] rows = new int[contacts];
        int[] gaps = new int[contacts];
        int[] known = new int[donors.rows().width()];
        known[ContactColumns.CONTACTS] = Buckets.CONTACTS.code(contacts);
        known[ContactColumns.PACE] = pace;
        known[ContactColumns.BEFORE] = columns.start();
        long day = first;
        for (int i = 0; i < contacts; i++) {
            int year = period.yearOf((int) Math.min(period.lastDay(), day));
            known[ContactColumns.AGE] = Buckets.AGE.code(year - (long) birthYear);
            rows[i] = donors.pick(known, random);
            gaps[i] = i == 0 ? 0 : gap(rows[i], random);
            day += gaps[i];
            known[ContactColumns.BEFORE] = columns.before(donors.rows().column(ContactColumns.KIND)[rows[i]]);
        }
        int room = period.lastDay() - Math.max(first, born);
        shorten(gaps, (int) Math.min(Integer.MAX_VALUE, day - first), room, random);
        return placed(rows, gaps, first, born, random);
    }

    private int gap(int row, RandomGenerator random) {
        int code = donors.rows().column(ContactColumns.GAP)[row];
        return code < Buckets.GAP.size() ? Buckets.GAP.draw(code, random) : 0;
    }

    /**
     * Exchanges gaps until the chain ends in the period: each by another contact's of the same history, drawn anew, kept when it is
     * shorter. So what is left out are histories that take too long, as they are among real ones, and few gaps change.
     */
    private static void shorten(int[] gaps, int length, int room, RandomGenerator random) {
        int left = length;
        for (int tries = 0; left > room && gaps.length > 2 && tries < EXCHANGES * gaps.length; tries++) {
            int at = 1 + random.nextInt(gaps.length - 1);
            int other = gaps[1 + random.nextInt(gaps.length - 1)];
            if (other < gaps[at]) {
                left -= gaps[at] - other;
                gaps[at] = other;
            }
        }
    }

    /** A chain that still reaches beyond the period starts earlier, and where that is not enough is drawn together. */
    private List<Slot> placed(int[] rows, int[] gaps, int first, int born, RandomGenerator random) {
        int last = domain.period().lastDay();
        long length = IntStream.of(gaps).asLongStream().sum();
        int start = (int) Math.min(Math.max(first, born), Math.max(born, last - length));
        double scale = length > last - start ? (double) (last - start) / length : 1;
        int tables = domain.tables().size();
        List<Slot> slots = new ArrayList<>(rows.length);
        long gone = 0;
        for (int i = 0; i < rows.length; i++) {
            gone += gaps[i];
            int day = start + (int) (gone * scale);
            int kind = donors.rows().column(ContactColumns.KIND)[rows[i]];
            int stay = kind == domain.noVisit() ? 0 : stay(rows[i], random);
            int[] counts = new int[tables];
            for (int t = 0; t < tables; t++) {
                int code = donors.rows().column(ContactColumns.FIRST_TABLE + t)[rows[i]];
                counts[t] = code < Buckets.ROWS.size() ? Buckets.ROWS.draw(code, random) : 0;
            }
            slots.add(new Slot(day, Math.min(last, day + stay), kind, counts));
        }
        return slots;
    }

    private int stay(int row, RandomGenerator random) {
        int code = donors.rows().column(ContactColumns.STAY)[row];
        return code < Buckets.DAYS.size() ? Buckets.DAYS.draw(code, random) : 0;
    }
}
