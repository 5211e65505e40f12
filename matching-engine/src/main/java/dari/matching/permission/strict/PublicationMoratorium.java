package dari.matching.permission.strict;

import dari.matching.permission.Decision;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import java.util.List;

/** A publication moratorium (MOR) with a readable day is a duty; in other words a person has to date it. */
final class PublicationMoratorium implements Rule {

    @Override
    public List<Reason> look(TermPair pair) {
        Term term = Term.PUBLICATION_MORATORIUM;
        return pair.dataset().isSet(term) && Duties.endOfMoratorium(pair) == null
                ? List.of(pair.reason("MOR-ASK", Decision.ASK, term))
                : List.of();
    }
}
