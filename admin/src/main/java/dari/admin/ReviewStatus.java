package dari.admin;

import java.util.Set;

/** Where a review stands: a reviewer says first whether there is a conflict, then sees the content. */
enum ReviewStatus {
    INVITED,
    CONFLICTED,
    /** The reviewer has no time. */
    DECLINED,
    /** The reviewer did not answer in time; somebody else was asked. */
    LAPSED,
    ACCEPTED,
    SUBMITTED,
    /** The office gave it back to the reviewer. */
    REOPENED;

    static final Set<ReviewStatus> OPEN = Set.of(INVITED, ACCEPTED, REOPENED);

    /** Whether the reviewer still has to do something. */
    boolean isOpen() {
        return OPEN.contains(this);
    }

    /** Whether the reviewer may write in it. */
    boolean isWritten() {
        return this == ACCEPTED || this == REOPENED;
    }

    /** Whether the reviewer reads the content. */
    boolean seesContent() {
        return isWritten() || this == SUBMITTED;
    }

    /** Whether the review counts towards those the call asks for. */
    boolean counts() {
        return isOpen() || this == SUBMITTED;
    }
}
