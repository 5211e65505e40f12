package dari.matching.permission.strict;

import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import java.util.List;

/** No commercial use (NCU, NPUNCU): forbids the use, not the user, so the use is asked about. */
final class NoCommercialUse implements Rule {

    @Override
    public List<Reason> look(TermPair pair) {
        Term term = Term.COMMERCIAL_USE;
        return pair.dataset().isFalse(term) && !pair.purpose().isFalse(term)
                ? List.of(pair.denyOrAsk("NCU", pair.purpose().isTrue(term), term))
                : List.of();
    }
}
