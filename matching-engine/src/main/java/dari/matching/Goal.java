package dari.matching;

import dari.matching.permission.Decision;
import java.util.Optional;

/** What a change is to reach: first a match at all, then one that no person has to decide on. */
public enum Goal {
    /** Not denied, and no hard need unmet. */
    MATCH,
    /** A match that the terms permit. */
    PERMIT;

    boolean isReachedBy(Match match) {
        return match.isMatch() && (this == MATCH || match.permission().decision() == Decision.PERMIT);
    }

    /** The next thing to reach; empty when nothing is left. */
    static Optional<Goal> after(Match match) {
        return !MATCH.isReachedBy(match)
                ? Optional.of(MATCH)
                : !PERMIT.isReachedBy(match) ? Optional.of(PERMIT) : Optional.empty();
    }
}
