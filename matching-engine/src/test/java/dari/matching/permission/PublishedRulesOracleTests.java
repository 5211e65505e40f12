package dari.matching.permission;

import static dari.matching.permission.Decision.ABSTAIN;
import static dari.matching.permission.Decision.DENY;
import static dari.matching.permission.Decision.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.permission.duos.DuosV4Rules;
import dari.matching.permission.duos.DuosV5Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The published rules, read once more from their description sentence by sentence, against ours over the whole grid. It
 * shares nothing with them but the terms: it works on the values by their field names and looks diseases up in a map of
 * its own.
 */
class PublishedRulesOracleTests {

    /** Each disease of the grid with everything above it; one that is not here cannot be looked up. */
    private static final Map<String, List<String>> ABOVE =
            Map.of("cancer", List.of(), "lung", List.of("cancer"), "flu", List.of());

    private static final List<String> SENSITIVE = List.of(
            "controls",
            "population",
            "gender",
            "pediatric",
            "vulnerablePopulations",
            "illegalBehavior",
            "sexualDiseases",
            "psychologicalTraits",
            "notHealth",
            "stigmatizeDiseases");

    /** One side: values by field name. */
    private record Side(Map<Term, Object> values) {

        @Nullable
        Object get(String field) {
            return values.get(Term.ofField(field).orElseThrow());
        }

        boolean says(String field) {
            Object value = get(field);
            return value != null && !value.equals(false) && !value.equals("") && !value.equals(List.of());
        }

        List<?> diseases() {
            return get("diseaseRestrictions") instanceof List<?> list ? list : List.of();
        }
    }

    @Test
    void version4IsAsPublished() {
        PermissionRules rules = new DuosV4Rules(TermGrid.DISEASES);
        TermGrid.forEach((dataset, purpose) -> {
            Side ours = new Side(dataset == null ? Map.of() : dataset.values());
            List<Decision> checks = sixChecks(ours, new Side(purpose.values()));
            PermissionDecision decision = rules.decide(dataset, purpose);
            assertThat(decision.reasons())
                    .as("%s for %s", dataset, purpose)
                    .extracting(Reason::effect)
                    .isEqualTo(checks);
            assertThat(decision.decision()).isEqualTo(together(checks));
            assertThat(decision.duties()).isEmpty();
        });
    }

    @Test
    void version5IsAsPublished() {
        PermissionRules rules = new DuosV5Rules(TermGrid.DISEASES);
        TermGrid.forEach((dataset, purpose) -> {
            Decision expected = ABSTAIN;
            if (dataset != null) {
                Side ours = new Side(dataset.values());
                int primaries = 0;
                for (String primary :
                        List.of("generalUse", "hmbResearch", "populationOriginsAncestry", "diseaseRestrictions")) {
                    primaries += ours.says(primary) ? 1 : 0;
                }
                if (primaries == 1 && !ours.says("other")) {
                    expected = together(sixChecks(ours, new Side(purpose.values())));
                }
            }
            assertThat(rules.decide(dataset, purpose).decision())
                    .as("%s for %s", dataset, purpose)
                    .isEqualTo(expected);
        });
    }

    private static List<Decision> sixChecks(Side dataset, Side purpose) {
        List<Decision> checks = new ArrayList<>();
        checks.add(disease(dataset, purpose));
        checks.add(health(dataset, purpose));
        checks.add(ancestry(dataset, purpose));
        checks.add(methods(dataset, purpose));
        checks.add(dataset.says("nonProfitUse") && !purpose.says("nonProfitUse") ? DENY : PERMIT);
        checks.add(abstain(dataset, purpose));
        return checks;
    }

    private static Decision together(List<Decision> checks) {
        if (checks.stream().allMatch(PERMIT::equals)) {
            return PERMIT;
        }
        return checks.contains(ABSTAIN) ? ABSTAIN : DENY;
    }

    private static Decision disease(Side dataset, Side purpose) {
        if (dataset.diseases().isEmpty() && purpose.diseases().isEmpty()) {
            return PERMIT;
        }
        if (!purpose.diseases().isEmpty()) {
            if (dataset.says("generalUse") || dataset.says("hmbResearch")) {
                return PERMIT;
            }
            for (Object wanted : purpose.diseases()) {
                boolean fits = dataset.diseases().contains(wanted);
                for (String above : ABOVE.getOrDefault(String.valueOf(wanted), List.of())) {
                    fits |= dataset.diseases().contains(above);
                }
                if (!fits) {
                    return DENY;
                }
            }
            return PERMIT;
        }
        return PERMIT; // the dataset has diseases, the purpose none
    }

    private static Decision health(Side dataset, Side purpose) {
        boolean ours = dataset.says("hmbResearch");
        boolean theirs = purpose.says("hmbResearch");
        if (dataset.get("hmbResearch") == null && purpose.get("hmbResearch") == null) {
            return PERMIT;
        }
        if (dataset.says("generalUse")) {
            return PERMIT;
        }
        if (ours && theirs) {
            return PERMIT;
        }
        if (ours && purpose.says("generalUse")) {
            return DENY;
        }
        if (theirs && (!dataset.diseases().isEmpty() || dataset.says("populationOriginsAncestry"))) {
            return DENY;
        }
        return PERMIT;
    }

    private static Decision ancestry(Side dataset, Side purpose) {
        if (!purpose.says("populationOriginsAncestry")) {
            return PERMIT;
        }
        return dataset.says("generalUse") || dataset.says("populationOriginsAncestry") ? PERMIT : DENY;
    }

    private static Decision methods(Side dataset, Side purpose) {
        if (dataset.diseases().isEmpty() && purpose.diseases().isEmpty()) {
            return PERMIT;
        }
        if (!purpose.says("methodsResearch")) {
            return PERMIT;
        }
        if (dataset.says("generalUse") || dataset.says("hmbResearch") || dataset.says("populationOriginsAncestry")) {
            return PERMIT;
        }
        return disease(dataset, purpose);
    }

    private static Decision abstain(Side dataset, Side purpose) {
        if (SENSITIVE.stream().anyMatch(purpose::says)) {
            return ABSTAIN;
        }
        if (!purpose.diseases().isEmpty()) {
            return disease(dataset, purpose);
        }
        if (purpose.says("hmbResearch") || purpose.says("generalUse")) {
            return health(dataset, purpose);
        }
        if (purpose.says("populationOriginsAncestry")) {
            return ancestry(dataset, purpose);
        }
        if (purpose.says("methodsResearch")) {
            return methods(dataset, purpose);
        }
        if (dataset.get("nonProfitUse") != null || purpose.get("nonProfitUse") != null) {
            return dataset.says("nonProfitUse") && !purpose.says("nonProfitUse") ? DENY : PERMIT;
        }
        return ABSTAIN;
    }
}
