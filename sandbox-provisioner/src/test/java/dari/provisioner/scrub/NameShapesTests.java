package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameShapesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kowalski",
                "kowalska",
                "tolstaya-petrova",
                "papadopoulos",
                "papadopoulou",
                "grigoryan",
                "svensson",
                "lindqvist-berg",
                "bernstein",
                "wordsworth",
                "braithwaite",
                "gonzalez-dominguez",
                "oliveira",
                "martinelli",
                "thibodeau",
                "thibodeaux",
                "nazarbaeva",
                "ivanov",
                "ivanova",
                "perreault",
                "o'connell",
                "mcallister",
                "macdonald",
                "d'angelo",
                "al-rashid",
                "el-sayed",
                "ben-david",
                "fitzgerald",
                "st-pierre",
                "müller",
                "nuñezz"
            })
    void knowsFamilyNamesByForm(String lower) {
        assertThat(NameShapes.isFamily(lower)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"default", "plateau", "machine", "patient", "elevated", "finally", "berg", "naïvely", "d'abc"})
    void knowsThatOthersAreNone(String lower) {
        assertThat(NameShapes.isFamily(lower)).isFalse();
    }

    /** Syllables of one letter too, whose second letter is the next syllable's. */
    @Test
    void knowsKoreanGivenNamesInLatinLetters() {
        assertThat(new String[] {
                    "minsoo", "gil-dong", "hye jin", "aram", "ayoung", "a-young", "u-jin", "eunji", "yeonhee"
                })
                .filteredOn(RomanisedKorean::isGiven)
                .containsExactly("minsoo", "gil-dong", "hye jin", "ayoung", "a-young", "u-jin", "eunji", "yeonhee");
        assertThat(new String[] {"frank", "thomas", "patient"}).noneMatch(RomanisedKorean::isGiven);
    }
}
