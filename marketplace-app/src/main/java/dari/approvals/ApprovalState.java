package dari.approvals;

import java.util.EnumSet;
import java.util.Set;

/** Where one board's word on a project stands. */
public enum ApprovalState {
    /** The hospital's rules do not say whether the board is asked. */
    UNDECIDED,
    NOT_NEEDED,
    TO_APPLY,
    SUBMITTED,
    RETURNED,
    POSTPONED,
    APPROVED,
    APPROVED_WITH_CHANGES,
    EXEMPT,
    REFUSED,
    SUSPENDED,
    /** What was approved changed since: the board looks again. */
    AMENDMENT;

    static final Set<ApprovalState> AGREED = EnumSet.of(APPROVED, APPROVED_WITH_CHANGES, EXEMPT);

    /** Papers may be handed in. */
    static final Set<ApprovalState> TO_HAND_IN = EnumSet.of(TO_APPLY, RETURNED, AMENDMENT);

    /** The board has it. */
    static final Set<ApprovalState> BEFORE_BOARD = EnumSet.of(SUBMITTED, POSTPONED);

    /** The hospital has to do something. */
    static final Set<ApprovalState> WITH_HOSPITAL = EnumSet.of(UNDECIDED, SUBMITTED, POSTPONED, SUSPENDED);

    public boolean isAgreed() {
        return AGREED.contains(this);
    }

    public boolean isBeforeBoard() {
        return BEFORE_BOARD.contains(this);
    }

    public boolean isToHandIn() {
        return TO_HAND_IN.contains(this);
    }
}
