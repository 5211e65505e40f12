package dari.matching.permission.duos;

import dari.matching.permission.Decision;
import dari.matching.permission.DiseaseHierarchy;
import dari.matching.permission.PermissionDecision;
import dari.matching.permission.PermissionRules;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The published matcher, version 5: a dataset without exactly one primary permission is left to people. */
public final class DuosV5Rules implements PermissionRules {

    private static final String VERSION = "duos-v5";

    private final DuosV4Rules version4;

    public DuosV5Rules(DiseaseHierarchy diseases) {
        this.version4 = new DuosV4Rules(diseases);
    }

    @Override
    public PermissionDecision decide(@Nullable UseTerms dataset, UseTerms purpose) {
        if (dataset == null) {
            return abstain("V5-PRIMARY-NONE");
        }
        long primaries = Stream.of(
                        dataset.isTrue(Term.GENERAL_USE),
                        dataset.isTrue(Term.HMB_RESEARCH),
                        dataset.isTrue(Term.POPULATION_ORIGINS_ANCESTRY),
                        !dataset.list(Term.DISEASE_RESTRICTIONS).isEmpty())
                .filter(given -> given)
                .count();
        String other = dataset.text(Term.OTHER);
        if (other != null && !other.isBlank()) {
            return abstain("V5-OTHER");
        }
        if (primaries != 1) {
            return abstain(primaries == 0 ? "V5-PRIMARY-NONE" : "V5-PRIMARY-SEVERAL");
        }
        return version4.decide(dataset, purpose, VERSION);
    }

    private static PermissionDecision abstain(String rule) {
        Reason reason = new Reason(rule, Decision.ABSTAIN, Term.GENERAL_USE, null, null);
        return new PermissionDecision(Decision.ABSTAIN, List.of(reason), List.of(), VERSION);
    }
}
