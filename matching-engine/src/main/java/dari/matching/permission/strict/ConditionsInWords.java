package dari.matching.permission.strict;

import dari.matching.permission.Decision;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import java.util.List;

/** Conditions that the hospital wrote in its own words are for a person; they are never repeated. */
final class ConditionsInWords implements Rule {

    @Override
    public List<Reason> look(TermPair pair) {
        return pair.dataset().isSet(Term.OTHER) || pair.dataset().isSet(Term.SECONDARY_OTHER)
                ? List.of(pair.reason("OTHER", Decision.ASK, Term.OTHER))
                : List.of();
    }
}
