package dari.matching.permission.strict;

import dari.matching.permission.Decision;
import dari.matching.permission.DiseaseHierarchy;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import java.util.List;

/** Research on the listed diseases only (DS), and on what the hierarchy places below them. */
final class DiseaseResearch implements Rule {

    private final DiseaseHierarchy diseases;

    DiseaseResearch(DiseaseHierarchy diseases) {
        this.diseases = diseases;
    }

    @Override
    public List<Reason> look(TermPair pair) {
        return pair.isPrimary(Term.DISEASE_RESTRICTIONS) ? List.of(compared(pair)) : List.of();
    }

    private Reason compared(TermPair pair) {
        Term term = Term.DISEASE_RESTRICTIONS;
        UseTerms purpose = pair.purpose();
        List<String> wanted = purpose.list(term);
        if (!pair.statesResearch()) {
            return pair.reason("PURPOSE-UNSET", Decision.ASK, term);
        }
        if (wanted.isEmpty() || purpose.isTrue(Term.GENERAL_USE) || purpose.isTrue(Term.POPULATION_ORIGINS_ANCESTRY)) {
            return pair.reason("DS-BROADER", Decision.DENY, term);
        }
        if (diseases.areWithin(wanted, pair.dataset().list(term))) {
            return pair.reason("DS", Decision.PERMIT, term);
        }
        return wanted.stream().allMatch(diseases::knows)
                ? pair.reason("DS-OUTSIDE", Decision.DENY, term)
                : pair.reason("DS-UNKNOWN", Decision.ASK, term);
    }
}
