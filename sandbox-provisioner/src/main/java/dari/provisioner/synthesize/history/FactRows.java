package dari.provisioner.synthesize.history;

import dari.provisioner.synthesize.CodedTable;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Collects the facts of persons, one row each, and of more than there is room for a sample in which each person is as likely as any
 * other (Vitter 1985, algorithm R).
 */
public final class FactRows implements Consumer<History> {

    private final HistoryFacts facts;
    private final RowBuffer rows;
    private final int most;
    private final SplittableRandom random;
    private long seen;

    /** @param most rows that are kept */
    public FactRows(HistoryFacts facts, int most, SplittableRandom random) {
        this.facts = facts;
        this.rows = new RowBuffer(facts.sizes());
        this.most = most;
        this.random = random;
    }

    @Override
    public void accept(History history) {
        seen++;
        if (seen <= most) {
            rows.add(facts.row(history));
            return;
        }
        long place = random.nextLong(seen);
        if (place < most) {
            rows.set((int) place, facts.row(history));
        }
    }

    /** Persons that came by. */
    public long seen() {
        return seen;
    }

    public CodedTable table() {
        return rows.table();
    }
}
