package dari.matching.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyCheckTests {

    @Test
    void tellsAllThatIsWrongInTheOrderOfTheFiles() {
        VocabularyFile one = file(
                "one.tsv",
                "# a comment, then a blank line",
                "",
                "#heads|tree:top;tree:gone",
                "tree:top|위쪽|top|||",
                "tree:lost|길잃음|lost|||",
                "tree:odd|이상|odd||tree:nowhere|C3",
                "tree:top|다시|again||tree:top|");
        VocabularyFile two = file(
                "two.tsv",
                "tree:a|가가|a||tree:b|",
                "tree:b|나나|b||tree:c|",
                "tree:c|다다|c||tree:a|",
                "tree:d|라라|TOP||tree:top|",
                "tree:e|마마|한글||tree:top|C39-C34",
                "tree:f||f||tree:top|",
                "six columns");
        assertThat(VocabularyCheck.of(List.of(one, two)).problems())
                .extracting(VocabularyProblem::toString)
                .satisfiesExactly(
                        said -> assertThat(said).startsWith("one.tsv:3: the head tree:gone is unknown"),
                        said -> assertThat(said).startsWith("one.tsv:5: tree:lost has nothing broader of its kind"),
                        said -> assertThat(said).startsWith("one.tsv:6: C3 is no ICD-10 code"),
                        said -> assertThat(said).startsWith("one.tsv:6: unknown parent tree:nowhere"),
                        said -> assertThat(said).startsWith("one.tsv:7: tree:top stands twice, first in one.tsv:4"),
                        said -> assertThat(said).startsWith("two.tsv:1: a cycle: tree:a < tree:b < tree:c < tree:a"),
                        said -> assertThat(said).startsWith("two.tsv:4: TOP already names tree:top in one.tsv:4"),
                        said -> assertThat(said).startsWith("two.tsv:5: the English name of tree:e is Korean"),
                        said -> assertThat(said).startsWith("two.tsv:5: C39-C34 is no ICD-10 code"),
                        said -> assertThat(said).startsWith("two.tsv:6: tree:f lacks a Korean or an English name"),
                        said -> assertThat(said).startsWith("two.tsv:7: expected 6 columns separated by tabs, found 1"))
                .allMatch(said -> said.contains("; "), "says what to do");
    }

    @Test
    void everyCycleIsToldOnce() {
        VocabularyFile file =
                file("own.tsv", "a:a|가|a||a:b|", "a:b|나|b||a:a|", "a:below|다|below||a:a|", "a:self|라|self||a:self|");
        assertThat(VocabularyCheck.of(List.of(file)).problems())
                .extracting(VocabularyProblem::line)
                .containsExactly(1, 4);
    }

    @Test
    void aHeadHasNoParentOfItsKindButMayHaveAnother() {
        VocabularyFile sound = file("own.tsv", "#heads|a:a", "a:a|가|a||b:b|", "b:b|나|b|||");
        VocabularyFile odd = file("own.tsv", "#heads|a:a;a:b", "a:a|가|a||a:b|", "a:b|나|b|||");
        assertThat(VocabularyCheck.of(List.of(sound)).problems()).isEmpty();
        assertThat(VocabularyCheck.of(List.of(odd)).problems())
                .extracting(VocabularyProblem::what)
                .containsExactly("a:a is declared a head and has a parent of its kind");
    }

    @Test
    void anAddedFileMayGiveAKnownConceptsNameButNotItsId() {
        VocabularyFile base = file("base.tsv", "a:a|가|a|||");
        VocabularyFile added = file("own.tsv", "a:b|가|a||a:a|", "a:a|나|c|||");
        assertThat(VocabularyCheck.extending(List.of(base), List.of(added)).problems())
                .extracting(VocabularyProblem::toString)
                .singleElement()
                .asString()
                .startsWith("own.tsv:2: a:a stands twice, first in base.tsv:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C34", "C34.1", "C34.12", "C34-C39", "I20.0-I25.9", "S00-T98"})
    void codesOfIcd10AndTheirRangesAreTaken(String code) {
        assertThat(VocabularyCheck.of(List.of(file("own.tsv", "a:a|가|a|||" + code)))
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c34", "C34*", "C341", "C34.", "C34-", "C34,C35", "34"})
    void otherCodesAreNot(String code) {
        assertThat(VocabularyCheck.of(List.of(file("own.tsv", "a:a|가|a|||" + code)))
                        .problems())
                .hasSize(1);
    }

    private static VocabularyFile file(String name, String... lines) {
        return new VocabularyFile(
                name,
                List.of(lines).stream().map(line -> line.replace('|', '\t')).toList());
    }
}
