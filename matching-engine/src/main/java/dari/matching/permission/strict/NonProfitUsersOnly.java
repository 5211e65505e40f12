package dari.matching.permission.strict;

import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import java.util.List;

/** Non-profit users only (NPU, NPUNCU): a for-profit user is refused, an unstated one is asked. */
final class NonProfitUsersOnly implements Rule {

    @Override
    public List<Reason> look(TermPair pair) {
        Term term = Term.NON_PROFIT_USE;
        if (!pair.dataset().isTrue(term) || pair.purpose().isTrue(term)) {
            return List.of();
        }
        boolean forProfit = pair.purpose().isFalse(term) || pair.purpose().isTrue(Term.COMMERCIAL_USE);
        return List.of(pair.denyOrAsk("NPU", forProfit, term));
    }
}
