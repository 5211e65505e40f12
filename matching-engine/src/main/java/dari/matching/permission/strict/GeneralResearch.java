package dari.matching.permission.strict;

import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import java.util.List;

/** General research use (GRU): any stated research. */
final class GeneralResearch implements Rule {

    @Override
    public List<Reason> look(TermPair pair) {
        return pair.isPrimary(Term.GENERAL_USE) ? List.of(pair.permitIfStated("GRU", Term.GENERAL_USE)) : List.of();
    }
}
