package dari.matching.permission.strict;

import dari.matching.permission.Decision;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import java.util.List;

/** Research on population origins only (POA): everything else is outside it. */
final class AncestryResearch implements Rule {

    @Override
    public List<Reason> look(TermPair pair) {
        return pair.isPrimary(Term.POPULATION_ORIGINS_ANCESTRY) ? List.of(compared(pair)) : List.of();
    }

    private static Reason compared(TermPair pair) {
        Term term = Term.POPULATION_ORIGINS_ANCESTRY;
        UseTerms purpose = pair.purpose();
        boolean more = purpose.isTrue(Term.GENERAL_USE)
                || purpose.isTrue(Term.HMB_RESEARCH)
                || !purpose.list(Term.DISEASE_RESTRICTIONS).isEmpty();
        if (purpose.isTrue(term) && !more) {
            return pair.reason("POA", Decision.PERMIT, term);
        }
        return pair.statesResearch()
                ? pair.reason("POA-OUTSIDE", Decision.DENY, term)
                : pair.reason("PURPOSE-UNSET", Decision.ASK, term);
    }
}
