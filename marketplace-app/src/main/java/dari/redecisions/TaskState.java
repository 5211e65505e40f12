package dari.redecisions;

import java.util.EnumSet;
import java.util.Set;

/** What became of a difference. */
enum TaskState {
    OPEN,
    /** The project rests on the new from now on: amended, looked at again, or taken note of. */
    TAKEN_OVER,
    /** The project goes on as it was agreed, with a reason. */
    KEPT,
    /** A later change took its place, or took it back. */
    SUPERSEDED,
    /** The project ended before. */
    LAPSED;

    /** What answers a difference so that the same one does not come again. */
    static final Set<TaskState> STANDING = EnumSet.of(OPEN, KEPT);
}
