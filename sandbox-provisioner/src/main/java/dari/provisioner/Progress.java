package dari.provisioner;

import org.jspecify.annotations.Nullable;

/** Hears how far a long run is. Called from the running thread; must return quickly. */
@FunctionalInterface
public interface Progress {

    Progress SILENT = piece -> {};

    /** The steps of a run, in order. */
    enum Step {
        READING,
        SOLVING,
        TREATING,
        ASSESSING,
        WRITING,
        SEALING
    }

    /**
     * Rows that a statement of the table engine has gone over.
     *
     * @param total as far as the engine can tell
     */
    record Rows(long done, long total) {}

    /** What the table engine is doing now; null when it cannot tell. May be asked from another thread. */
    @FunctionalInterface
    interface Meter {

        Meter NONE = () -> null;

        @Nullable
        Rows rows();
    }

    /**
     * A part of a step. A part after which none is left ({@code done == total}) only says that the step has ended.
     *
     * @param table what the part is about, or empty
     * @param rows that the part goes over: rows of the table, persons of a solver; 0 where nobody counted
     * @param done parts of this step already done
     * @param total parts of this step, at least 1
     */
    record Piece(Step step, String table, long rows, int done, int total, Meter meter) {

        public static Piece whole(Step step, long rows, Meter meter) {
            return new Piece(step, "", rows, 0, 1, meter);
        }

        public static Piece end(Step step) {
            return new Piece(step, "", 0, 1, 1, Meter.NONE);
        }

        public boolean isEnd() {
            return done == total;
        }
    }

    /** The part before this one, if any, is done. */
    void at(Piece piece);

    /** Tells both. */
    default Progress and(Progress other) {
        return piece -> {
            at(piece);
            other.at(piece);
        };
    }
}
