package dari.matching.permission.strict;

import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import java.util.List;

/** PIPA 28-2: data pseudonymised without consent serve statistics, research and archiving only. */
final class ResearchOnPseudonymisedData implements Rule {

    static final String BASIS = "pipa-28-2";

    @Override
    public List<Reason> look(TermPair pair) {
        if (!BASIS.equals(pair.dataset().text(Term.LEGAL_BASIS)) || pair.statesResearch()) {
            return List.of();
        }
        boolean saysOther = pair.purpose().isSet(Term.OTHER) || pair.purpose().isTrue(Term.NOT_HEALTH);
        return List.of(pair.denyOrAsk("PIPA-28-2", saysOther, Term.LEGAL_BASIS));
    }
}
