package dari.provisioner.tier;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Words;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TierAssessmentTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OWN_USE|||LOW|tier.ownUse",
                "OWN_USE|UNSTRUCTURED||MEDIUM|tier.ownUse,tier.unstructured",
                "OWN_USE|UNSTRUCTURED|REPEATED_USE|LOW|tier.ownUse,tier.unstructured,tier.repeated",
                "CONTROLLED|||MEDIUM|tier.controlled",
                "CONTROLLED|SENSITIVE_CONDITIONS||HIGH|tier.controlled,tier.sensitive",
                "CONTROLLED|SENSITIVE_CONDITIONS UNSTRUCTURED|DESIGNATED_BODY|MEDIUM|tier.controlled,tier.sensitive,tier.unstructured,tier.designated",
                "CONTROLLED||REPEATED_USE DESIGNATED_BODY|MEDIUM|tier.controlled,tier.repeated,tier.designated",
                "UNCONTROLLED|||HIGH|tier.uncontrolled",
                "UNCONTROLLED||REPEATED_USE|MEDIUM|tier.uncontrolled,tier.repeated",
                "UNSTATED|||HIGH|tier.unstated",
            })
    void environmentContentsAndReliefsGiveTheTierWithTheirReasons(
            TierFacts.Environment environment, String contents, String reliefs, RiskTier tier, String reasons) {
        TierAssessment assessment = TierAssessment.of(new TierFacts(
                environment,
                set(contents).stream().map(TierFacts.Content::valueOf).collect(Collectors.toSet()),
                set(reliefs).stream().map(TierFacts.Relief::valueOf).collect(Collectors.toSet())));
        assertThat(assessment.tier()).isEqualTo(tier);
        assertThat(assessment.reasons()).extracting(Words::key).containsExactly(reasons.split(","));
        assertThat(assessment.reasons()).allSatisfy(reason -> {
            assertThat(reason.ko()).isNotBlank();
            assertThat(reason.en()).isNotBlank();
        });
    }

    private static Set<String> set(String words) {
        return words == null ? Set.of() : Set.copyOf(Arrays.asList(words.split(" ")));
    }

    @ParameterizedTest
    @EnumSource(TierFacts.Environment.class)
    void contentsNeverLowerAndReliefsNeverRaise(TierFacts.Environment environment) {
        for (TierFacts.Content content : TierFacts.Content.values()) {
            for (TierFacts.Relief relief : TierFacts.Relief.values()) {
                RiskTier bare = tier(environment, Set.of(), Set.of());
                assertThat(tier(environment, Set.of(content), Set.of())).isGreaterThanOrEqualTo(bare);
                assertThat(tier(environment, Set.of(), Set.of(relief))).isLessThanOrEqualTo(bare);
            }
        }
    }

    private static RiskTier tier(
            TierFacts.Environment environment, Set<TierFacts.Content> contents, Set<TierFacts.Relief> reliefs) {
        return TierAssessment.of(new TierFacts(environment, contents, reliefs)).tier();
    }

    @Test
    void aMediumTierIsReviewedByTwoAndAHighOneByThree() {
        assertThat(RiskTier.MEDIUM.leastReviewers()).isEqualTo(2);
        assertThat(RiskTier.HIGH.leastReviewers()).isEqualTo(3);
    }
}
