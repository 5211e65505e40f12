package dari.matching.permission.strict;

import dari.matching.permission.Decision;
import dari.matching.permission.DiseaseHierarchy;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import java.util.List;

/** Methods development forbidden (NMDS), except inside the permitted disease. */
final class NoMethodsDevelopment implements Rule {

    private final DiseaseHierarchy diseases;

    NoMethodsDevelopment(DiseaseHierarchy diseases) {
        this.diseases = diseases;
    }

    @Override
    public List<Reason> look(TermPair pair) {
        Term term = Term.METHODS_RESEARCH;
        if (!pair.dataset().isFalse(term) || !pair.purpose().isTrue(term)) {
            return List.of();
        }
        List<String> wanted = pair.purpose().list(Term.DISEASE_RESTRICTIONS);
        boolean inside =
                !wanted.isEmpty() && diseases.areWithin(wanted, pair.dataset().list(Term.DISEASE_RESTRICTIONS));
        return inside ? List.of() : List.of(pair.reason("NMDS", Decision.DENY, term));
    }
}
