package dari.admin.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LetterTextTests {

    @Test
    void onlyTheFixedVariablesAreKnown() {
        assertThat(LetterText.unknown("{applicant}, {call}")).isEmpty();
        assertThat(LetterText.unknown("{applicant} {salary}")).isEqualTo(List.of("salary"));
        assertThat(LetterText.unknown("{applicant")).isEqualTo(List.of("{"));
        assertThat(LetterText.unknown("applicant}")).isEqualTo(List.of("{"));
    }

    @Test
    void whatStandsInAValueIsNeverReplacedAgain() {
        LetterText filled = new LetterText("{applicant}", "{reason}", "{applicant}", "{reason}")
                .filled(
                        Map.of("applicant", "결마루", "reason", "$1 {applicant}"),
                        Map.of("applicant", "Gyeolmaru", "reason", "ok"));
        assertThat(filled).isEqualTo(new LetterText("결마루", "$1 {applicant}", "Gyeolmaru", "ok"));
    }

    @Test
    void hospitalsRollUpToOneWord() {
        assertThat(RollUp.of(List.of(HospitalOutcome.APPROVED, HospitalOutcome.PENDING)))
                .isEqualTo(RollUp.PENDING);
        assertThat(RollUp.of(List.of(HospitalOutcome.APPROVED, HospitalOutcome.ABSTAINED)))
                .isEqualTo(RollUp.APPROVED);
        assertThat(RollUp.of(List.of(HospitalOutcome.APPROVED, HospitalOutcome.DENIED)))
                .isEqualTo(RollUp.MIXED);
        assertThat(RollUp.of(List.of(HospitalOutcome.DENIED, HospitalOutcome.CANCELLED)))
                .isEqualTo(RollUp.DENIED);
        assertThat(RollUp.of(List.of(HospitalOutcome.CANCELLED, HospitalOutcome.ABSTAINED)))
                .isEqualTo(RollUp.CANCELLED);
    }
}
