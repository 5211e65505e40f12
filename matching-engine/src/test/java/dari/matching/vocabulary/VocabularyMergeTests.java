package dari.matching.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyMergeTests {

    private static final VocabularyFile BASE = file(
            "base.tsv",
            "#heads|d:circulatory;d:tumour",
            "d:circulatory|순환계 질환|circulatory disease|||I00-I99",
            "d:tumour|종양|tumour|||C00-D48",
            "d:chest-tumour|흉부 종양|tumour of the chest||d:tumour|C30-C39",
            "d:stroke|뇌졸중|stroke|중풍|d:circulatory|I60-I64",
            "d:sah|지주막하출혈|subarachnoid haemorrhage||d:stroke|I60",
            "d:angina|협심증|angina||d:circulatory|I20",
            "d:angina-unstable|불안정협심증|unstable angina||d:angina|I20");

    @Test
    void theSameCodeGivesTheBaseFurtherNames() {
        Vocabulary merged = with("#heads|d:own", "d:own|거미막밑출혈|bleeding below the arachnoid|SAH||I60");
        assertThat(merged.find("d:own")).isEmpty();
        assertThat(merged.find("d:sah")).hasValueSatisfying(known -> {
            assertThat(known.korean()).isEqualTo("지주막하출혈");
            assertThat(known.synonyms()).containsExactly("거미막밑출혈", "bleeding below the arachnoid", "SAH");
            assertThat(known.parents()).containsExactly("d:stroke");
        });
    }

    @Test
    void soDoesTheSameNameWithoutACode() {
        Vocabulary merged = with("#heads|d:own", "d:own|뇌졸중|brain attack|||");
        assertThat(merged.find("d:own")).isEmpty();
        assertThat(merged.find("d:stroke"))
                .hasValueSatisfying(known -> assertThat(known.synonyms()).containsExactly("중풍", "brain attack"));
    }

    @Test
    void aCodeOfTwoIsAmbiguousAndMakesANewConcept() {
        assertThat(with("d:own|가슴조임|tight chest||d:angina|I20").find("d:own")).isPresent();
        Vocabulary twice =
                with("d:own-a|희한한 출혈|odd bleeding||d:stroke|I60", "d:own-b|야릇한 출혈|strange bleeding||d:stroke|I60");
        assertThat(twice.find("d:own-a")).isPresent();
        assertThat(twice.find("d:own-b")).isPresent();
    }

    @Test
    void namesOfTwoDifferentConceptsAreAmbiguousToo() {
        assertThat(with("#heads|d:own", "d:own|뇌졸중|angina|||").find("d:own")).isPresent();
    }

    @Test
    void whatIsNewStandsBelowTheNarrowestThatTakesInItsCode() {
        Vocabulary merged =
                with("#heads|d:own", "d:own|흉막 밖 종양|odd tumour|||C38.8", "d:own-part|그 일부|a part of it||d:own|C38.81");
        assertThat(merged.find("d:own"))
                .hasValueSatisfying(own -> assertThat(own.parents()).containsExactly("d:chest-tumour"));
        assertThat(merged.isWithin("d:own-part", "d:tumour")).isTrue();
    }

    @Test
    void parentsFollowToTheBase() {
        Vocabulary merged = with(
                "#heads|d:own",
                "d:own|거미막밑출혈|bleeding below the arachnoid|||I60",
                "d:own-part|그 일부|a part of it||d:own|I60.7");
        assertThat(merged.find("d:own-part"))
                .hasValueSatisfying(part -> assertThat(part.parents()).containsExactly("d:sah"));
    }

    @Test
    void aNameThatMeansSomethingElseAlreadyStaysThere() {
        Vocabulary merged = with("#heads|d:own", "d:own|거미막밑출혈|bleeding below|협심증||I60");
        assertThat(merged.find("d:sah"))
                .hasValueSatisfying(known -> assertThat(known.synonyms()).containsExactly("거미막밑출혈", "bleeding below"));
    }

    @Test
    void aBadLineIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> with("d:own|가나다|own||d:nowhere|"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("own.tsv:1: unknown parent d:nowhere");
    }

    private static Vocabulary with(String... lines) {
        return Vocabulary.of(List.of(BASE), List.of(file("own.tsv", lines)));
    }

    private static VocabularyFile file(String name, String... lines) {
        return new VocabularyFile(
                name,
                List.of(lines).stream().map(line -> line.replace('|', '\t')).toList());
    }
}
