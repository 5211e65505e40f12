package dari.matching.permission.strict;

import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import java.util.List;

/** Genetic studies only (GSO). */
final class GeneticStudiesOnly implements Rule {

    @Override
    public List<Reason> look(TermPair pair) {
        Term term = Term.GENETIC_STUDIES_ONLY;
        return pair.dataset().isTrue(term) && !pair.purpose().isTrue(term)
                ? List.of(pair.denyOrAsk("GSO", pair.purpose().isFalse(term), term))
                : List.of();
    }
}
