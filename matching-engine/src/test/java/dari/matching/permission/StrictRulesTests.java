package dari.matching.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.matching.permission.Duty.Anchor;
import dari.matching.permission.duos.DuoTerm;
import dari.matching.permission.duos.DuoTerms;
import dari.matching.permission.strict.StrictRules;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of DOMAIN, section 4: each situation and its decision. */
class StrictRulesTests {

    private static final UseTerms NONE = UseTerms.NONE;

    private final PermissionRules rules = new StrictRules(
            new DiseaseHierarchy(Map.of("cancer", List.of(), "lung", List.of("cancer"), "flu", List.of())));

    @Test
    void generalResearchIsBroaderThanADiseaseOrAncestryConsent() {
        UseTerms general = NONE.with(Term.GENERAL_USE, true);
        expect(NONE.with(Term.DISEASE_RESTRICTIONS, List.of("cancer")), general, Decision.DENY, "DS-BROADER");
        expect(NONE.with(Term.POPULATION_ORIGINS_ANCESTRY, true), general, Decision.DENY, "POA-OUTSIDE");
        expect(NONE.with(Term.HMB_RESEARCH, true), general, Decision.DENY, "HMB-GENERAL");
    }

    @Test
    void withoutExactlyOnePrimaryPermissionAPersonIsAsked() {
        UseTerms health = NONE.with(Term.HMB_RESEARCH, true);
        expect(null, health, Decision.ASK, "PRIMARY-NONE");
        expect(NONE, health, Decision.ASK, "PRIMARY-NONE");
        expect(health.with(Term.GENERAL_USE, true), health, Decision.ASK, "PRIMARY-SEVERAL");
    }

    @Test
    void methodsDevelopmentIsDeniedWhereForbiddenUnlessInsideTheDisease() {
        UseTerms noMethods = NONE.with(Term.GENERAL_USE, true).with(Term.METHODS_RESEARCH, false);
        UseTerms methods = NONE.with(Term.METHODS_RESEARCH, true);
        expect(noMethods, methods, Decision.DENY, "NMDS");
        UseTerms diseaseOnly =
                NONE.with(Term.DISEASE_RESTRICTIONS, List.of("cancer")).with(Term.METHODS_RESEARCH, false);
        expect(diseaseOnly, methods.with(Term.DISEASE_RESTRICTIONS, List.of("lung")), Decision.PERMIT, "DS");
    }

    @Test
    void aDiseasePurposeWithHealthTickedIsPermittedInsideThePermittedDisease() {
        UseTerms cancer = NONE.with(Term.DISEASE_RESTRICTIONS, List.of("cancer"));
        UseTerms lung = NONE.with(Term.HMB_RESEARCH, true).with(Term.DISEASE_RESTRICTIONS, List.of("lung"));
        expect(cancer, lung, Decision.PERMIT, "DS");
        expect(cancer, NONE.with(Term.DISEASE_RESTRICTIONS, List.of("flu")), Decision.DENY, "DS-OUTSIDE");
        expect(cancer, NONE.with(Term.DISEASE_RESTRICTIONS, List.of("unheard-of")), Decision.ASK, "DS-UNKNOWN");
    }

    @Test
    void aCertainNoOutranksAQuestionAndBothAreListed() {
        UseTerms dataset = NONE.with(Term.HMB_RESEARCH, true).with(Term.OTHER, "ask Dr Kim");
        UseTerms purpose = NONE.with(Term.GENERAL_USE, true);
        PermissionDecision decision = rules.decide(dataset, purpose);
        assertThat(decision.decision()).isEqualTo(Decision.DENY);
        assertThat(decision.reasons()).extracting(Reason::rule).containsExactly("HMB-GENERAL", "OTHER");
        assertThat(decision.toString()).doesNotContain("Kim");
    }

    @ParameterizedTest
    @CsvSource({"true,,false,DENY", "true,false,false,DENY", "true,,true,PERMIT", "true,,,ASK"})
    void nonProfitOnlyRefusesForProfitUsers(Boolean npu, Boolean ncu, Boolean nonProfit, Decision expected) {
        UseTerms dataset = NONE.with(Term.GENERAL_USE, true).with(Term.NON_PROFIT_USE, npu);
        dataset = ncu == null ? dataset : dataset.with(Term.COMMERCIAL_USE, ncu);
        UseTerms purpose = NONE.with(Term.HMB_RESEARCH, true);
        purpose = nonProfit == null ? purpose : purpose.with(Term.NON_PROFIT_USE, nonProfit);
        assertThat(rules.decide(dataset, purpose).decision()).isEqualTo(expected);
    }

    @Test
    void nonCommercialUseAsksAForProfitUserAboutTheUse() {
        UseTerms dataset = NONE.with(Term.GENERAL_USE, true).with(Term.COMMERCIAL_USE, false);
        UseTerms startup = NONE.with(Term.HMB_RESEARCH, true).with(Term.NON_PROFIT_USE, false);
        expect(dataset, startup, Decision.ASK, "NCU-UNSET");
        expect(dataset, startup.with(Term.COMMERCIAL_USE, true), Decision.DENY, "NCU");
        expect(dataset, startup.with(Term.COMMERCIAL_USE, false), Decision.PERMIT, "GRU");
    }

    @Test
    void pseudonymisedDataIsForResearchWithinKorea() {
        UseTerms dataset = NONE.with(Term.GENERAL_USE, true).with(Term.LEGAL_BASIS, "pipa-28-2");
        UseTerms research = NONE.with(Term.HMB_RESEARCH, true);
        expect(dataset, research.with(Term.ACCESS_COUNTRY, "KR"), Decision.PERMIT, "GRU");
        expect(dataset, research.with(Term.ACCESS_COUNTRY, "US"), Decision.DENY, "PIPA-28-8");
        expect(dataset, research, Decision.ASK, "PIPA-28-8-UNSET");
        UseTerms other = NONE.with(Term.OTHER, "product catalogue").with(Term.ACCESS_COUNTRY, "KR");
        expect(dataset, other, Decision.DENY, "PIPA-28-2");
    }

    @ParameterizedTest
    @CsvSource({"insurance", "marketing", "reidentification"})
    void someUsesAreAlwaysDenied(String use) {
        expect(
                NONE.with(Term.GENERAL_USE, true),
                NONE.with(Term.HMB_RESEARCH, true).with(Term.FORBIDDEN_USE, List.of(use)),
                Decision.DENY,
                "FORBIDDEN");
    }

    @Test
    void anAiUseNeedsAnAiTerm() {
        UseTerms dataset = NONE.with(Term.GENERAL_USE, true);
        UseTerms generating = NONE.with(Term.HMB_RESEARCH, true).with(Term.AI_GENERATE, true);
        expect(dataset, generating, Decision.ASK, "AI-GENERATE-UNSET");
        expect(dataset.with(Term.AI_GENERATE, false), generating, Decision.DENY, "AI-GENERATE");
        expect(dataset.with(Term.AI_GENERATE, true), generating, Decision.PERMIT, "GRU");
    }

    @Test
    void modifiersBecomeDuties() {
        UseTerms dataset = NONE.with(Term.GENERAL_USE, true)
                .with(Term.ETHICS_APPROVAL_REQUIRED, true)
                .with(Term.PUBLICATION_RESULTS, true)
                .with(Term.AI_MODEL_RETURNED, true)
                .with(Term.COLLABORATOR_REQUIRED, false);
        PermissionDecision decision = rules.decide(dataset, NONE.with(Term.HMB_RESEARCH, true));
        assertThat(decision.decision()).isEqualTo(Decision.PERMIT);
        assertThat(decision.duties())
                .extracting(Duty::kind)
                .containsExactly(Duty.Kind.ETHICS_APPROVAL, Duty.Kind.PUBLICATION, Duty.Kind.MODEL_RETURN);
        LocalDate starts = LocalDate.of(2027, 1, 1);
        LocalDate ends = LocalDate.of(2027, 6, 30);
        assertThat(decision.duties())
                .extracting(duty -> duty.dueOn(starts, ends).orElseThrow())
                .containsExactly(starts, LocalDate.of(2028, 6, 29), ends);
        assertThat(decision.duties().get(0).evidence()).isEqualTo(Duty.Evidence.APPROVAL_LETTER);
    }

    @Test
    void aMoratoriumIsDatedByItsTermsOrByAPerson() {
        UseTerms general = NONE.with(Term.GENERAL_USE, true);
        UseTerms purpose = NONE.with(Term.HMB_RESEARCH, true);
        PermissionDecision dated = rules.decide(general.with(Term.PUBLICATION_MORATORIUM, "2027-03-01"), purpose);
        assertThat(dated.decision()).isEqualTo(Decision.PERMIT);
        assertThat(dated.duties()).singleElement().satisfies(duty -> {
            assertThat(duty.anchor()).isEqualTo(Anchor.DATE_OF_TERMS);
            assertThat(duty.dueOn(LocalDate.MIN, LocalDate.MIN)).contains(LocalDate.of(2027, 3, 1));
        });
        PermissionDecision worded = rules.decide(general.with(Term.PUBLICATION_MORATORIUM, "ask Dr Kim"), purpose);
        assertThat(worded.decision()).isEqualTo(Decision.ASK);
        assertThat(worded.toString()).contains("MOR-ASK").doesNotContain("Kim");
    }

    @Test
    void aPurposeThatRefusesADutyIsAskedAndOneThatKeepsTheModelIsDenied() {
        UseTerms purpose = NONE.with(Term.HMB_RESEARCH, true);
        UseTerms general = NONE.with(Term.GENERAL_USE, true);
        for (Term term : List.of(Term.ETHICS_APPROVAL_REQUIRED, Term.COLLABORATOR_REQUIRED, Term.PUBLICATION_RESULTS)) {
            expect(general.with(term, true), purpose.with(term, false), Decision.ASK, "DUTY-REFUSED");
            expect(general.with(term, true), purpose.with(term, true), Decision.PERMIT, "GRU");
        }
        expect(
                general.with(Term.AI_MODEL_RETURNED, true),
                purpose.with(Term.AI_MODEL_RETURNED, false),
                Decision.DENY,
                "AI-RETURN");
    }

    @Test
    void aRecordedNoToAncestryResearchOutranksGeneralUse() {
        UseTerms dataset = NONE.with(Term.GENERAL_USE, true).with(Term.POPULATION_ORIGINS_ANCESTRY, false);
        expect(dataset, NONE.with(Term.POPULATION_ORIGINS_ANCESTRY, true), Decision.DENY, "NPOA");
        expect(dataset, NONE.with(Term.HMB_RESEARCH, true), Decision.PERMIT, "GRU");
    }

    /** Every AI use, by its term and its rule: named and allowed, named and refused, not named. */
    @ParameterizedTest
    @CsvSource({
        "AI_TRAIN,AI-TRAIN",
        "AI_FINE_TUNE,AI-FINE-TUNE",
        "AI_GENERATE,AI-GENERATE",
        "AI_WEIGHTS_LEAVE,AI-WEIGHTS",
        "AI_LLM_USE,AI-LLM"
    })
    void anAiUseBeyondItsTermIsDeniedAndWithoutATermAsked(Term use, String rule) {
        UseTerms dataset = NONE.with(Term.GENERAL_USE, true);
        UseTerms purpose = NONE.with(Term.HMB_RESEARCH, true).with(use, true);
        expect(dataset.with(use, true), purpose, Decision.PERMIT, rule + "-OK");
        expect(dataset.with(use, false), purpose, Decision.DENY, rule);
        expect(dataset, purpose, Decision.ASK, rule + "-UNSET");
        expect(dataset.with(use, false), purpose.with(use, false), Decision.PERMIT, "GRU");
    }

    @Test
    void geneticStudiesOnlyIsSatisfiedByAStatementOrAskedOrDenied() {
        UseTerms dataset = NONE.with(Term.GENERAL_USE, true).with(Term.GENETIC_STUDIES_ONLY, true);
        UseTerms purpose = NONE.with(Term.HMB_RESEARCH, true);
        expect(dataset, purpose.with(Term.GENETIC_STUDIES_ONLY, true), Decision.PERMIT, "GRU");
        expect(dataset, purpose.with(Term.GENETIC_STUDIES_ONLY, false), Decision.DENY, "GSO");
        expect(dataset, purpose, Decision.ASK, "GSO-UNSET");
    }

    @Test
    void aGeographicalRestrictionIsComparedByCountryOrAsked() {
        UseTerms dataset = NONE.with(Term.GENERAL_USE, true).with(Term.GEOGRAPHICAL_RESTRICTIONS, "KR, JP");
        UseTerms purpose = NONE.with(Term.HMB_RESEARCH, true);
        expect(dataset, purpose.with(Term.ACCESS_COUNTRY, "JP"), Decision.PERMIT, "GRU");
        expect(dataset, purpose.with(Term.ACCESS_COUNTRY, "US"), Decision.DENY, "GS");
        expect(dataset, purpose, Decision.ASK, "GS-ASK");
        UseTerms worded = dataset.with(Term.GEOGRAPHICAL_RESTRICTIONS, "within Asia");
        expect(worded, purpose.with(Term.ACCESS_COUNTRY, "KR"), Decision.ASK, "GS-ASK");
    }

    /** Time, project, users, institution, return to the resource, clinical care: words that only people can judge. */
    @ParameterizedTest
    @CsvSource({"DUO:0000025", "DUO:0000027", "DUO:0000026", "DUO:0000028", "DUO:0000012", "DUO:0000029", "DUO:0000043"
    })
    void modifiersThatOnlyPeopleCanJudgeAreAsked(String id) {
        UseTerms dataset =
                DuoTerms.read(List.of(new DuoTerm("DUO:0000042", List.of()), new DuoTerm(id, List.of("see consent"))));
        expect(dataset, NONE.with(Term.HMB_RESEARCH, true), Decision.ASK, "OTHER");
    }

    @Test
    void everyReasonCarriesBothValuesAndUnsetIsNull() {
        UseTerms dataset = NONE.with(Term.GENERAL_USE, true).with(Term.NON_PROFIT_USE, true);
        UseTerms purpose = NONE.with(Term.HMB_RESEARCH, true).with(Term.COMMERCIAL_USE, true);
        assertThat(rules.decide(dataset, purpose).reasons().get(0))
                .isEqualTo(new Reason("NPU", Decision.DENY, Term.NON_PROFIT_USE, "true", null));
        UseTerms lung = NONE.with(Term.DISEASE_RESTRICTIONS, List.of("lung"));
        UseTerms flu = NONE.with(Term.DISEASE_RESTRICTIONS, List.of("flu"));
        assertThat(rules.decide(lung, flu).reasons().get(0))
                .isEqualTo(new Reason("DS-OUTSIDE", Decision.DENY, Term.DISEASE_RESTRICTIONS, "[lung]", "[flu]"));
    }

    @Test
    void aDutyOfRetrainingIsCountedFromEachNotice() {
        UseTerms dataset = NONE.with(Term.GENERAL_USE, true).with(Term.AI_RETRAIN_AFTER_WITHDRAWAL, true);
        UseTerms purpose = NONE.with(Term.HMB_RESEARCH, true);
        PermissionDecision decision = rules.decide(dataset, purpose);
        assertThat(decision.decision()).isEqualTo(Decision.PERMIT);
        assertThat(decision.duties()).singleElement().satisfies(duty -> {
            assertThat(duty.kind()).isEqualTo(Duty.Kind.RETRAIN_AFTER_WITHDRAWAL);
            assertThat(duty.evidence()).isEqualTo(Duty.Evidence.TRAINING_RECORD);
            assertThat(duty.days()).isEqualTo(30);
            assertThat(duty.dueOn(LocalDate.MIN, LocalDate.MAX)).isEmpty();
        });
        expect(dataset, purpose.with(Term.AI_RETRAIN_AFTER_WITHDRAWAL, false), Decision.DENY, "AI-RETRAIN");
    }

    @Test
    void topicsAreForAPersonOnEitherSide() {
        UseTerms dataset = NONE.with(Term.GENERAL_USE, true);
        UseTerms purpose = NONE.with(Term.HMB_RESEARCH, true);
        for (Term topic : Term.TOPICS) {
            expect(dataset, purpose.with(topic, true), Decision.ASK, "TOPIC");
            expect(dataset.with(topic, true), purpose, Decision.ASK, "TOPIC-LIMIT");
        }
    }

    @Test
    void namesADiseaseOnTheCycleAndNotOneBelowIt() {
        assertThatThrownBy(() -> new DiseaseHierarchy(
                        Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("b", "top"), "top", List.of())))
                .isInstanceOfSatisfying(
                        DiseaseHierarchy.Cycle.class,
                        cycle -> assertThat(cycle.disease()).isIn("b", "c"));
    }

    @Test
    void aDeepHierarchyIsReadInBoundedRoom() {
        Map<String, List<String>> chain = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            chain.put("d" + i, i == 0 ? List.of() : List.of("d" + (i - 1)));
        }
        assertThat(new DiseaseHierarchy(chain).isWithin("d199999", List.of("d0")))
                .isTrue();
    }

    @Test
    void refusesAHierarchyThatRunsInCircles() {
        assertThatThrownBy(() -> new DiseaseHierarchy(Map.of("a", List.of("b"), "b", List.of("a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cycle");
    }

    private void expect(UseTerms dataset, UseTerms purpose, Decision expected, String rule) {
        PermissionDecision decision = rules.decide(dataset, purpose);
        assertThat(decision.decision()).as(decision.toString()).isEqualTo(expected);
        assertThat(decision.reasons()).extracting(Reason::rule).contains(rule);
    }
}
