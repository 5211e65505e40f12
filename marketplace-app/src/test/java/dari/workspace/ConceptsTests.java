package dari.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.vocabulary.Concept;
import dari.matching.vocabulary.Vocabulary;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConceptsTests {

    private final Vocabulary vocabulary = Vocabulary.builtIn();
    private final Concepts concepts = new Concepts(vocabulary);

    @ParameterizedTest
    @CsvSource({
        "제2형 당뇨병,disease:t2d",
        "Type 2  Diabetes,disease:t2d",
        "E11,disease:t2d",
        "disease:t2d,disease:t2d",
        " ＮＳＣＬＣ ,disease:nsclc"
    })
    void whatIsTypedNamesOneConcept(String typed, String code) {
        assertThat(concepts.find("disease", typed)).contains(code);
    }

    @Test
    void nothingStandsForNothingAndStrangersForNoCode() {
        assertThat(concepts.code("disease", "")).isEmpty();
        assertThat(concepts.code("disease", null)).isEmpty();
        assertThat(concepts.find("disease", "전자의무기록")).isEmpty();
    }

    @Test
    void everyNameThatAFieldShowsLeadsBackToItsConcept() {
        for (Concept concept : vocabulary.all()) {
            for (Locale locale : new Locale[] {Locale.KOREAN, Locale.ENGLISH}) {
                assertThat(concepts.find(concept.kind(), concepts.name(concept.id(), locale)))
                        .contains(concept.id());
            }
        }
    }

    @Test
    void offersWhatBeginsSoBeforeWhatHoldsIt() {
        assertThat(concepts.near("disease", "당뇨", 5))
                .hasSize(5)
                .extracting(Concept::korean)
                .first()
                .asString()
                .startsWith("당뇨");
        assertThat(concepts.near("disease", " ", 5)).isEmpty();
        assertThat(concepts.near("nothing", "당뇨", 5)).isEmpty();
    }
}
