package dari.matching.permission.duos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.matching.permission.Decision;
import dari.matching.permission.DiseaseHierarchy;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.matching.permission.strict.StrictRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuoTermsTests {

    private static DuoTerm term(String id, String... details) {
        return new DuoTerm(id, List.of(details));
    }

    @Test
    void readsTheTermsOfTheOntology() {
        assertThat(DuoTerms.read(List.of(term("DUO:0000042"), term("DUO:0000021"), term("DUO:0000018"))))
                .isEqualTo(UseTerms.NONE
                        .with(Term.GENERAL_USE, true)
                        .with(Term.ETHICS_APPROVAL_REQUIRED, true)
                        .with(Term.NON_PROFIT_USE, true)
                        .with(Term.COMMERCIAL_USE, false));
        assertThat(DuoTerms.read(List.of(
                        term("DUO:0000007", "DOID:162", "DOID:1"),
                        term("DUO:0000015"),
                        term("DUO:0000022", "KR", "JP"),
                        term("DUO:0000024", "2027-01-31"))))
                .isEqualTo(UseTerms.NONE
                        .with(Term.DISEASE_RESTRICTIONS, List.of("DOID:162", "DOID:1"))
                        .with(Term.METHODS_RESEARCH, false)
                        .with(Term.GEOGRAPHICAL_RESTRICTIONS, "KR, JP")
                        .with(Term.PUBLICATION_MORATORIUM, "2027-01-31"));
    }

    /** What goes in comes out again. No restriction becomes general research, which is why it is not here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000006", "0000011", "0000012", "0000015", "0000016", "0000018", "0000019", "0000020", "0000021",
                "0000025", "0000026", "0000027", "0000028", "0000029", "0000042", "0000043", "0000044", "0000045",
                "0000046"
            })
    void everyIdComesBack(String number) {
        DuoTerm term = term("DUO:" + number);
        DuoTerms.Written written = DuoTerms.write(DuoTerms.read(List.of(term)));
        assertThat(written.terms()).containsExactly(term);
        assertThat(written.unsaid()).isEmpty();
    }

    @Test
    void detailsComeBack() {
        List<DuoTerm> terms = List.of(
                term("DUO:0000007", "DOID:162", "DOID:1"),
                term("DUO:0000022", "KR"),
                term("DUO:0000024", "2027-01-31"),
                term("DUO:0000025", "until 2030"),
                term("DUO:0000028"));
        assertThat(DuoTerms.write(DuoTerms.read(terms)).terms()).containsExactlyElementsOf(terms);
    }

    @Test
    void whatOurFieldsCannotSayIsAskedAndNeverDropped() {
        UseTerms terms = DuoTerms.read(List.of(term("DUO:0000042"), term("DUO:0000028", "Neoul Hospital")));
        assertThat(new StrictRules(new DiseaseHierarchy(Map.of()))
                        .decide(terms, UseTerms.NONE.with(Term.HMB_RESEARCH, true))
                        .decision())
                .isEqualTo(Decision.ASK);
    }

    @Test
    void saysWhatTheOntologyCannot() {
        UseTerms terms = UseTerms.NONE
                .with(Term.HMB_RESEARCH, true)
                .with(Term.AI_TRAIN, false)
                .with(Term.LEGAL_BASIS, "pipa-28-2");
        assertThat(DuoTerms.write(terms).unsaid()).containsExactlyInAnyOrder(Term.AI_TRAIN, Term.LEGAL_BASIS);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> DuoTerms.read(List.of(term("DUO:9999999")))).hasMessageContaining("DUO:9999999");
        assertThatThrownBy(() -> DuoTerms.read(List.of(term("DUO:0000007")))).hasMessageContaining("needs details");
        assertThatThrownBy(() -> DuoTerms.read(List.of(term("DUO:0000011"), term("DUO:0000044"))))
                .hasMessageContaining("contradicts");
        assertThatThrownBy(() -> DuoTerms.read(List.of(term("DUO:0000011"), term("DUO:0000011"))))
                .hasMessageContaining("twice");
    }
}
