package dari.matching.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every rule set over a grid of terms and purposes: what holds for all pairs, not only for examples. */
class RuleGridTests {

    private static final DiseaseHierarchy DISEASES =
            new DiseaseHierarchy(Map.of("cancer", List.of(), "lung", List.of("cancer"), "flu", List.of()));

    private static final List<PermissionRules> ALL = List.of(
            PermissionRules.strict(DISEASES), PermissionRules.duosV4(DISEASES), PermissionRules.duosV5(DISEASES));

    private static final List<UseTerms> PRIMARIES = List.of(
            UseTerms.NONE,
            UseTerms.NONE.with(Term.GENERAL_USE, true),
            UseTerms.NONE.with(Term.HMB_RESEARCH, true),
            UseTerms.NONE.with(Term.POPULATION_ORIGINS_ANCESTRY, true),
            UseTerms.NONE.with(Term.METHODS_RESEARCH, true),
            UseTerms.NONE.with(Term.DISEASE_RESTRICTIONS, List.of("cancer")),
            UseTerms.NONE.with(Term.DISEASE_RESTRICTIONS, List.of("lung")),
            UseTerms.NONE.with(Term.DISEASE_RESTRICTIONS, List.of("flu", "lung")),
            UseTerms.NONE.with(Term.DISEASE_RESTRICTIONS, List.of("unheard-of")),
            UseTerms.NONE.with(Term.HMB_RESEARCH, true).with(Term.DISEASE_RESTRICTIONS, List.of("lung")),
            UseTerms.NONE.with(Term.GENERAL_USE, true).with(Term.HMB_RESEARCH, true));

    @Test
    void theDecisionIsTheStrictestReasonAndComesFirst() {
        forAllPairs((dataset, purpose) -> {
            PermissionDecision decision = ALL.get(0).decide(dataset, purpose);
            assertThat(decision.reasons()).isNotEmpty();
            assertThat(decision.reasons().get(0).effect()).isEqualTo(decision.decision());
            assertThat(decision.reasons())
                    .isSortedAccordingTo(Comparator.comparing(Reason::effect).reversed());
        });
    }

    @Test
    void whatAPersonWouldHaveToLookAtIsNeverPermittedByStrict() {
        forAllPairs((dataset, purpose) -> {
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
        forAllPairs((dataset, purpose) -> {
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
        forAllPairs((dataset, purpose) -> {
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
        forAllPairs((dataset, purpose) -> assertThat(ALL.get(0)
                        .decide(dataset, purpose.with(Term.FORBIDDEN_USE, List.of("insurance")))
                        .decision())
                .isEqualTo(Decision.DENY));
    }

    @Test
    void noReasonRepeatsFreeText() {
        forAllPairs((dataset, purpose) -> ALL.forEach(
                rules -> assertThat(rules.decide(dataset, purpose).toString()).doesNotContain("Dr Kim")));
    }

    @Test
    void everyReasonAndDutyReadsInBothLanguages() throws IOException {
        Set<String> keys = new TreeSet<>();
        forAllPairs((dataset, purpose) -> ALL.forEach(rules -> {
            PermissionDecision decision = rules.decide(dataset, purpose);
            decision.duties().forEach(duty -> keys.add(duty.getMessageKey()));
            decision.reasons().forEach(reason -> {
                keys.add(reason.getMessageKey());
                if (reason.effect() != Decision.PERMIT) {
                    keys.add(reason.getChangeKey());
                }
            });
        }));
        assertThat(keys).hasSizeGreaterThan(60);
        for (String bundle : List.of("matching.properties", "matching_en.properties")) {
            Properties messages = new Properties();
            try (Reader reader = Files.newBufferedReader(Path.of("../templates/src/main/resources/messages", bundle))) {
                messages.load(reader);
            }
            assertThat(messages.stringPropertyNames()).as(bundle).containsAll(keys);
        }
    }

    /** Every base beside every base, with each value of each other field set on one side or on both. */
    private static void forAllPairs(BiConsumer<@Nullable UseTerms, UseTerms> check) {
        check.accept(null, UseTerms.NONE);
        for (UseTerms dataset : PRIMARIES) {
            for (UseTerms purpose : PRIMARIES) {
                check.accept(dataset, purpose);
                for (Term term : Term.values()) {
                    List<UseTerms> datasets = varied(dataset, term);
                    List<UseTerms> purposes = varied(purpose, term);
                    datasets.forEach(given -> purposes.forEach(wanted -> check.accept(given, wanted)));
                }
            }
        }
    }

    private static List<UseTerms> varied(UseTerms base, Term term) {
        List<UseTerms> all = new ArrayList<>(List.of(base));
        if (!base.isSet(term)) {
            values(term).forEach(value -> all.add(base.with(term, value)));
        }
        return all;
    }

    private static List<Object> values(Term term) {
        return switch (term) {
            case LEGAL_BASIS -> List.of("pipa-28-2", "consent");
            case ACCESS_COUNTRY -> List.of("KR", "US");
            case GEOGRAPHICAL_RESTRICTIONS -> List.of("KR", "not outside Asia");
            case FORBIDDEN_USE -> List.of(List.of("marketing"));
            default ->
                switch (term.kind()) {
                    case FLAG -> List.of(true, false);
                    case TEXT, TEXT_OR_FLAG -> List.of("ask Dr Kim");
                    case LIST -> List.of();
                };
        };
    }
}
