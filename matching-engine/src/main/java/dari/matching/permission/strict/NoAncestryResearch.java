package dari.matching.permission.strict;

import dari.matching.permission.Decision;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import java.util.List;

/** Research on population origins prohibited (NPOA): recorded as a no, not as silence. */
final class NoAncestryResearch implements Rule {

    @Override
    public List<Reason> look(TermPair pair) {
        Term term = Term.POPULATION_ORIGINS_ANCESTRY;
        return pair.dataset().isFalse(term) && pair.purpose().isTrue(term)
                ? List.of(pair.reason("NPOA", Decision.DENY, term))
                : List.of();
    }
}
