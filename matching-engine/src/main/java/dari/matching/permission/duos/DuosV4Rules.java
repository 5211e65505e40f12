package dari.matching.permission.duos;

import dari.matching.permission.Decision;
import dari.matching.permission.DiseaseHierarchy;
import dari.matching.permission.PermissionDecision;
import dari.matching.permission.PermissionRules;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The published matcher, version 4, with its known leniencies: six checks; an abstention hides a certain no; modifiers
 * are not looked at.
 */
public final class DuosV4Rules implements PermissionRules {

    private final DiseaseHierarchy diseases;

    public DuosV4Rules(DiseaseHierarchy diseases) {
        this.diseases = diseases;
    }

    @Override
    public PermissionDecision decide(@Nullable UseTerms given, UseTerms purpose) {
        return decide(given, purpose, "duos-v4");
    }

    PermissionDecision decide(@Nullable UseTerms given, UseTerms purpose, String rules) {
        UseTerms dataset = given == null ? UseTerms.NONE : given;
        List<Reason> checks = new ArrayList<>();
        checks.add(reason("V4-DISEASE", disease(dataset, purpose), Term.DISEASE_RESTRICTIONS, dataset, purpose));
        checks.add(reason("V4-HMB", health(dataset, purpose), Term.HMB_RESEARCH, dataset, purpose));
        checks.add(
                reason("V4-ANCESTRY", ancestry(dataset, purpose), Term.POPULATION_ORIGINS_ANCESTRY, dataset, purpose));
        checks.add(reason("V4-METHODS", methods(dataset, purpose), Term.METHODS_RESEARCH, dataset, purpose));
        checks.add(reason("V4-NON-PROFIT", nonProfit(dataset, purpose), Term.NON_PROFIT_USE, dataset, purpose));
        checks.add(reason("V4-ABSTAIN", abstain(dataset, purpose), Term.OTHER, dataset, purpose));
        return new PermissionDecision(together(checks), checks, List.of(), rules);
    }

    private static Decision together(List<Reason> checks) {
        if (checks.stream().allMatch(check -> check.effect() == Decision.PERMIT)) {
            return Decision.PERMIT;
        }
        return checks.stream().anyMatch(check -> check.effect() == Decision.ABSTAIN) ? Decision.ABSTAIN : Decision.DENY;
    }

    private Decision disease(UseTerms dataset, UseTerms purpose) {
        List<String> wanted = purpose.list(Term.DISEASE_RESTRICTIONS);
        if (wanted.isEmpty() || dataset.isTrue(Term.GENERAL_USE) || dataset.isTrue(Term.HMB_RESEARCH)) {
            return Decision.PERMIT;
        }
        List<String> permitted = dataset.list(Term.DISEASE_RESTRICTIONS);
        return permitIf(wanted.stream().allMatch(disease -> diseases.isWithin(disease, permitted)));
    }

    private static Decision health(UseTerms dataset, UseTerms purpose) {
        boolean datasetHealth = dataset.isTrue(Term.HMB_RESEARCH);
        boolean purposeHealth = purpose.isTrue(Term.HMB_RESEARCH);
        if ((!datasetHealth && !purposeHealth)
                || dataset.isTrue(Term.GENERAL_USE)
                || (datasetHealth && purposeHealth)) {
            return Decision.PERMIT;
        }
        boolean broader = datasetHealth && purpose.isTrue(Term.GENERAL_USE);
        boolean narrower = purposeHealth
                && (!dataset.list(Term.DISEASE_RESTRICTIONS).isEmpty()
                        || dataset.isTrue(Term.POPULATION_ORIGINS_ANCESTRY));
        return permitIf(!broader && !narrower);
    }

    private static Decision ancestry(UseTerms dataset, UseTerms purpose) {
        return permitIf(!purpose.isTrue(Term.POPULATION_ORIGINS_ANCESTRY)
                || dataset.isTrue(Term.GENERAL_USE)
                || dataset.isTrue(Term.POPULATION_ORIGINS_ANCESTRY));
    }

    private Decision methods(UseTerms dataset, UseTerms purpose) {
        boolean noDiseases = dataset.list(Term.DISEASE_RESTRICTIONS).isEmpty()
                && purpose.list(Term.DISEASE_RESTRICTIONS).isEmpty();
        if (noDiseases
                || !purpose.isTrue(Term.METHODS_RESEARCH)
                || dataset.isTrue(Term.GENERAL_USE)
                || dataset.isTrue(Term.HMB_RESEARCH)
                || dataset.isTrue(Term.POPULATION_ORIGINS_ANCESTRY)) {
            return Decision.PERMIT;
        }
        return disease(dataset, purpose);
    }

    private static Decision nonProfit(UseTerms dataset, UseTerms purpose) {
        return permitIf(!dataset.isTrue(Term.NON_PROFIT_USE) || purpose.isTrue(Term.NON_PROFIT_USE));
    }

    private Decision abstain(UseTerms dataset, UseTerms purpose) {
        if (Term.TOPICS.stream().anyMatch(purpose::speaksOf)) {
            return Decision.ABSTAIN;
        }
        if (!purpose.list(Term.DISEASE_RESTRICTIONS).isEmpty()) {
            return disease(dataset, purpose);
        }
        if (purpose.isTrue(Term.HMB_RESEARCH) || purpose.isTrue(Term.GENERAL_USE)) {
            return health(dataset, purpose);
        }
        if (purpose.isTrue(Term.POPULATION_ORIGINS_ANCESTRY)) {
            return ancestry(dataset, purpose);
        }
        if (purpose.isTrue(Term.METHODS_RESEARCH)) {
            return methods(dataset, purpose);
        }
        if (purpose.isSet(Term.NON_PROFIT_USE) || dataset.isSet(Term.NON_PROFIT_USE)) {
            return nonProfit(dataset, purpose);
        }
        return Decision.ABSTAIN;
    }

    private static Decision permitIf(boolean permitted) {
        return permitted ? Decision.PERMIT : Decision.DENY;
    }

    private static Reason reason(String rule, Decision effect, Term term, UseTerms dataset, UseTerms purpose) {
        Object ours = dataset.values().get(term);
        Object theirs = purpose.values().get(term);
        boolean free = term == Term.OTHER;
        return new Reason(
                rule,
                effect,
                term,
                ours == null || free ? null : ours.toString(),
                theirs == null || free ? null : theirs.toString());
    }
}
