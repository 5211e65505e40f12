package dari.matching.permission.strict;

import dari.matching.permission.Decision;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import java.util.List;

/** Insurance underwriting, marketing and re-identification are denied, whatever the terms say. */
final class ForbiddenUses implements Rule {

    @Override
    public List<Reason> look(TermPair pair) {
        return pair.purpose().list(Term.FORBIDDEN_USE).isEmpty()
                ? List.of()
                : List.of(pair.reason("FORBIDDEN", Decision.DENY, Term.FORBIDDEN_USE));
    }
}
