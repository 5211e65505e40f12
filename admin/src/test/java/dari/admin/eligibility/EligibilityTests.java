package dari.admin.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import dari.admin.eligibility.Applicant.Party;
import dari.admin.eligibility.Finding.State;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EligibilityTests {

    private static final Map<Fact, String> FINE = Map.of(
            Fact.SIZE, "SMALL",
            Fact.TAX_ARREARS, "NO",
            Fact.DUPLICATE_FUNDING, "NO",
            Fact.DEBARRED, "NO",
            Fact.REGION, "CAPITAL");

    @Test
    void whatNobodyDeclaredIsAQuestionNotARefusal() {
        Applicant silent = applicant(party(Map.of()));
        for (EligibilityRule rule :
                List.of(new SizeRule(Set.of(FirmSize.SMALL)), new DebarmentRule(), new DuplicateFundingRule())) {
            assertThat(rule.judge(silent).state()).as(rule.code()).isEqualTo(State.UNKNOWN);
            assertThat(rule.judge(applicant(party(FINE))).state())
                    .as(rule.code())
                    .isEqualTo(State.MET);
        }
    }

    @Test
    void oneMemberThatFailsDecidesAndIsNamed() {
        Applicant joint = applicant(party(FINE), new Party("느린기업", true, true, declared(Fact.TAX_ARREARS, "YES")));
        Finding finding = new TaxRule("").judge(joint);
        assertThat(finding.state()).isEqualTo(State.UNMET);
        assertThat(finding.arguments()).containsExactly("느린기업");
    }

    @Test
    void sizeIsMeasuredOfFirmsOnly() {
        SizeRule rule = new SizeRule(Set.of(FirmSize.SMALL, FirmSize.MEDIUM));
        Party hospital = new Party("병원", false, true, declared(Fact.SIZE, "LARGE"));
        assertThat(rule.judge(applicant(party(FINE), hospital)).state()).isEqualTo(State.MET);
        assertThat(rule.judge(applicant(new Party("큰기업", true, true, declared(Fact.SIZE, "LARGE"))))
                        .state())
                .isEqualTo(State.UNMET);
    }

    @Test
    void taxNeedsTheCertificateWhereTheCallAsksForIt() {
        TaxRule rule = new TaxRule("certificate");
        assertThat(rule.judge(applicant(party(FINE))).messageKey()).isEqualTo("forms.rule.tax.evidence");
        Applicant withPaper = new Applicant(party(FINE), List.of(), 1, Set.of("certificate"));
        assertThat(rule.judge(withPaper).state()).isEqualTo(State.MET);
    }

    @Test
    void aConsortiumCountsPartnerHospitalsAndConfirmedMembers() {
        assertThat(new ConsortiumRule(2).judge(applicant(party(FINE))).state()).isEqualTo(State.UNMET);
        assertThat(new ConsortiumRule(2)
                        .judge(applicant(party(FINE), party(FINE)))
                        .state())
                .isEqualTo(State.MET);
    }

    @Test
    void theRegionEarnsABonusAndNeverStopsAnybody() {
        RegionBonusRule rule = new RegionBonusRule("region");
        Finding none = rule.judge(applicant(party(FINE)));
        assertThat(none.state()).isEqualTo(State.NOT_EARNED);
        assertThat(none.state().stops()).isFalse();
        Finding earned =
                rule.judge(applicant(party(FINE), new Party("지방", true, true, declared(Fact.REGION, "OTHER"))));
        assertThat(earned.bonus()).isEqualTo("region");
    }

    @Test
    void everybodyMustBeVerified() {
        Party unverified = new Party("새기업", true, false, new Declaration(FINE));
        assertThat(new VerifiedRule().judge(applicant(unverified)).state()).isEqualTo(State.UNMET);
        assertThat(new VerifiedRule().judge(applicant(party(FINE))).state()).isEqualTo(State.MET);
    }

    @Test
    void aChoiceThatDoesNotExistIsNotDeclared() {
        assertThat(declared(Fact.SIZE, "HUGE").size()).isNull();
    }

    private static Applicant applicant(Party lead, Party... members) {
        return new Applicant(lead, List.of(members), 1, Set.of());
    }

    private static Party party(Map<Fact, String> facts) {
        return new Party("결마루", true, true, new Declaration(facts));
    }

    private static Declaration declared(Fact fact, String choice) {
        Map<Fact, String> facts = new EnumMap<>(FINE);
        facts.put(fact, choice);
        return new Declaration(facts);
    }
}
