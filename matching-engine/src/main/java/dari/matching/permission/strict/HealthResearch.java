package dari.matching.permission.strict;

import dari.matching.permission.Decision;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import java.util.List;

/** Health research only (HMB): general and ancestry research are broader than that. */
final class HealthResearch implements Rule {

    @Override
    public List<Reason> look(TermPair pair) {
        return pair.isPrimary(Term.HMB_RESEARCH) ? List.of(compared(pair)) : List.of();
    }

    private static Reason compared(TermPair pair) {
        UseTerms purpose = pair.purpose();
        if (purpose.isTrue(Term.NOT_HEALTH)) {
            return pair.reason("HMB-NOT-HEALTH", Decision.DENY, Term.NOT_HEALTH);
        }
        if (purpose.isTrue(Term.GENERAL_USE)) {
            return pair.reason("HMB-GENERAL", Decision.DENY, Term.GENERAL_USE);
        }
        if (purpose.isTrue(Term.POPULATION_ORIGINS_ANCESTRY)) {
            return pair.reason("HMB-ANCESTRY", Decision.DENY, Term.POPULATION_ORIGINS_ANCESTRY);
        }
        return pair.permitIfStated("HMB", Term.HMB_RESEARCH);
    }
}
