package dari.matching.permission.strict;

import dari.matching.permission.Reason;
import java.util.List;

/** One comparison of a dataset's terms with a purpose. */
@FunctionalInterface
interface Rule {

    /** What this rule has to say, nothing when it does not apply. */
    List<Reason> look(TermPair pair);
}
