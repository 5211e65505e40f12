package dari.matching.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTests {

    @Test
    void theBuiltInOneIsSound() {
        Vocabulary vocabulary = Vocabulary.builtIn();
        assertThat(vocabulary.all()).hasSizeGreaterThan(450);
        assertThat(vocabulary.ofKind("disease"))
                .allMatch(disease -> disease.icd10().isEmpty()
                        || disease.icd10().matches("[A-Z][0-9]{2}(\\.[0-9])?(-[A-Z][0-9]{2}(\\.[0-9])?)?"));
        assertThat(vocabulary.isWithin("disease:nsclc", "disease:neoplasm")).isTrue();
        assertThat(vocabulary.isWithin("region:gangwon", "region:noncapital")).isTrue();
        assertThat(vocabulary.isWithin("region:seoul", "region:noncapital")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:b,가,b,,|6 columns",
                "a:b,가,b,,,;a:b,나,c,,,|stands twice",
                "a:b,,b,,,|lacks a Korean",
                "a:b,가,b,,a:z,|unknown parent",
                "a:b,가,b,,,;a:c,나,B,,,|own.tsv:2: B already names a:b",
                "AB,가,b,,,|an id is kind:name",
                "a:b,가,b,,a:c,;a:c,나,c,,a:b,|cycle"
            })
    void saysWhereAFileIsWrong(String lines, String problem) {
        String text = lines.replace(",", "\t").replace(";", "\n");
        assertThatThrownBy(() -> Vocabulary.read(new BufferedReader(new StringReader(text)), "own.tsv"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }
}
