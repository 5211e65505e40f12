package dari.matching.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.permission.duos.DuosV4Rules;
import dari.matching.permission.duos.DuosV5Rules;
import dari.matching.permission.strict.StrictRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishedRulesTests {

    private static final UseTerms NONE = UseTerms.NONE;
    private static final UseTerms HEALTH = NONE.with(Term.HMB_RESEARCH, true);
    private static final UseTerms GENERAL = NONE.with(Term.GENERAL_USE, true);

    private final DiseaseHierarchy diseases = new DiseaseHierarchy(
            Map.of("DOID:162", List.of("DOID:14566"), "DOID:14566", List.of(), "DOID:1", List.of()));
    private final PermissionRules v4 = new DuosV4Rules(diseases);
    private final PermissionRules v5 = new DuosV5Rules(diseases);

    @Test
    void version4FollowsItsSixChecks() {
        UseTerms neoplasm = NONE.with(Term.DISEASE_RESTRICTIONS, List.of("DOID:14566"));
        UseTerms cancer = NONE.with(Term.DISEASE_RESTRICTIONS, List.of("DOID:162"));
        assertThat(v4.decide(GENERAL, HEALTH).decision()).isEqualTo(Decision.PERMIT);
        assertThat(v4.decide(HEALTH, GENERAL).decision()).isEqualTo(Decision.DENY);
        assertThat(v4.decide(neoplasm, cancer).decision()).isEqualTo(Decision.PERMIT);
        assertThat(v4.decide(cancer, neoplasm).decision()).isEqualTo(Decision.DENY);
        assertThat(v4.decide(neoplasm, HEALTH).decision()).isEqualTo(Decision.DENY);
        assertThat(v4.decide(HEALTH.with(Term.NON_PROFIT_USE, true), HEALTH).decision())
                .isEqualTo(Decision.DENY);
        assertThat(v4.decide(HEALTH, HEALTH.with(Term.PEDIATRIC, true)).decision())
                .isEqualTo(Decision.ABSTAIN);
        assertThat(v4.decide(GENERAL, NONE).decision()).isEqualTo(Decision.ABSTAIN);
    }

    @Test
    void version4LetsThroughWhatStrictRefuses() {
        UseTerms disease = NONE.with(Term.DISEASE_RESTRICTIONS, List.of("DOID:14566"));
        assertThat(v4.decide(disease, GENERAL).decision()).isEqualTo(Decision.PERMIT);
        assertThat(new StrictRules(diseases).decide(disease, GENERAL).decision())
                .isEqualTo(Decision.DENY);
    }

    @Test
    void version5AsksForExactlyOnePrimaryPermission() {
        assertThat(v5.decide(null, HEALTH).decision()).isEqualTo(Decision.ABSTAIN);
        assertThat(v5.decide(NONE, HEALTH).decision()).isEqualTo(Decision.ABSTAIN);
        assertThat(v5.decide(GENERAL.with(Term.HMB_RESEARCH, true), HEALTH).decision())
                .isEqualTo(Decision.ABSTAIN);
        assertThat(v5.decide(GENERAL.with(Term.OTHER, "see consent"), HEALTH).toString())
                .contains("ABSTAIN")
                .doesNotContain("consent");
        assertThat(v5.decide(GENERAL, HEALTH).decision()).isEqualTo(Decision.PERMIT);
    }
}
