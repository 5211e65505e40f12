package dari.matching.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.permission.duos.DuosV4Rules;
import dari.matching.permission.duos.DuosV5Rules;
import dari.matching.permission.strict.StrictRules;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every rule set over a grid of terms and purposes: what holds for all pairs, not only for examples. */
class RuleGridTests {

    private static final List<PermissionRules> ALL = List.of(
            new StrictRules(TermGrid.DISEASES), new DuosV4Rules(TermGrid.DISEASES), new DuosV5Rules(TermGrid.DISEASES));

    @Test
    void theDecisionIsTheStrictestReasonAndComesFirst() {
        TermGrid.forEach((dataset, purpose) -> {
            PermissionDecision decision = ALL.get(0).decide(dataset, purpose);
            assertThat(decision.reasons()).isNotEmpty();
            assertThat(decision.reasons().get(0).effect()).isEqualTo(decision.decision());
            assertThat(decision.reasons())
                    .isSortedAccordingTo(Comparator.comparing(Reason::effect).reversed());
        });
    }

    @Test
    void whatAPersonWouldHaveToLookAtIsNeverPermittedByStrict() {
        TermGrid.forEach((dataset, purpose) -> {
            if (ALL.get(2).decide(dataset, purpose).decision() == Decision.ABSTAIN) {
                assertThat(ALL.get(0).decide(dataset, purpose).decision())
                        .as("%s for %s", dataset, purpose)
                        .isNotEqualTo(Decision.PERMIT);
            }
        });
    }

    /** The one place where strict permits what version 5 refuses: inside the disease, health research ticked as well. */
    @Test
    void strictPermitsNothingThatVersion5DeniesExceptADiseaseWithHealthTicked() {
        TermGrid.forEach((dataset, purpose) -> {
            if (ALL.get(2).decide(dataset, purpose).decision() == Decision.DENY
                    && ALL.get(0).decide(dataset, purpose).decision() == Decision.PERMIT) {
                assertThat(dataset == null ? List.of() : dataset.list(Term.DISEASE_RESTRICTIONS))
                        .isNotEmpty();
                assertThat(purpose.isTrue(Term.HMB_RESEARCH)).isTrue();
                assertThat(purpose.list(Term.DISEASE_RESTRICTIONS)).isNotEmpty();
            }
        });
    }

    @Test
    void version5IsVersion4WhereThereIsExactlyOnePrimaryPermission() {
        TermGrid.forEach((dataset, purpose) -> {
            PermissionDecision five = ALL.get(2).decide(dataset, purpose);
            if (five.reasons().stream().noneMatch(reason -> reason.rule().startsWith("V5-"))) {
                assertThat(five.decision())
                        .isEqualTo(ALL.get(1).decide(dataset, purpose).decision());
            } else {
                assertThat(five.decision()).isEqualTo(Decision.ABSTAIN);
            }
        });
    }

    @Test
    void forbiddenUsesAreDeniedWhateverTheTermsSay() {
        TermGrid.forEach((dataset, purpose) -> assertThat(ALL.get(0)
                        .decide(dataset, purpose.with(Term.FORBIDDEN_USE, List.of("insurance")))
                        .decision())
                .isEqualTo(Decision.DENY));
    }

    @Test
    void noReasonRepeatsFreeText() {
        TermGrid.forEach((dataset, purpose) -> ALL.forEach(
                rules -> assertThat(rules.decide(dataset, purpose).toString()).doesNotContain("Dr Kim")));
    }

    @Test
    void everyReasonAndDutyReadsInBothLanguages() throws IOException {
        Set<String> keys = new TreeSet<>();
        TermGrid.forEach((dataset, purpose) -> ALL.forEach(rules -> {
            PermissionDecision decision = rules.decide(dataset, purpose);
            decision.duties()
                    .forEach(duty ->
                            keys.addAll(List.of(duty.getMessageKey(), duty.getDueKey(), duty.getEvidenceKey())));
            decision.reasons().forEach(reason -> {
                keys.add(reason.getMessageKey());
                if (reason.effect() != Decision.PERMIT) {
                    keys.add(reason.getChangeKey());
                }
            });
        }));
        assertThat(keys).hasSizeGreaterThan(80);
        for (String bundle : List.of("matching.properties", "matching_en.properties")) {
            Properties messages = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of("../templates/src/main/resources/messages", bundle))) {
                messages.load(reader);
            }
            assertThat(messages.stringPropertyNames()).as(bundle).containsAll(keys);
        }
    }
}
