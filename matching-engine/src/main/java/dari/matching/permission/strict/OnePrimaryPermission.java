package dari.matching.permission.strict;

import dari.matching.permission.Decision;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import java.util.List;

/** A dataset that records no primary permission, or several, is for a person. */
final class OnePrimaryPermission implements Rule {

    @Override
    public List<Reason> look(TermPair pair) {
        return switch (pair.primaryPermissions()) {
            case 0 -> List.of(pair.reason("PRIMARY-NONE", Decision.ASK, Term.GENERAL_USE));
            case 1 -> List.of();
            default -> List.of(pair.reason("PRIMARY-SEVERAL", Decision.ASK, Term.GENERAL_USE));
        };
    }
}
