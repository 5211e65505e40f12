package dari.acceptance;

import java.util.EnumSet;
import java.util.Set;

/** Whose turn it is, or how it ended. */
public enum AcceptanceState {
    /** The startup looks. */
    OPEN,
    /** The hospital answers the objection. */
    OBJECTED,
    /** The hospital does not share the objection; the program mediates. */
    DISPUTED,
    /** A part of the price goes back; the program's finance books it. */
    REFUND_DUE,
    ACCEPTED,
    /** Nobody said anything in ten working days. */
    BY_SILENCE,
    /** Accepted, with a part of the price back. */
    REFUNDED,
    /** Prepared anew; acceptance begins again when that is opened. */
    REGENERATING;

    static final Set<AcceptanceState> UNDECIDED = EnumSet.of(OPEN, OBJECTED, DISPUTED, REFUND_DUE);

    public boolean isOver() {
        return !UNDECIDED.contains(this);
    }
}
