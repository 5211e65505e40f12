package dari.matching.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.matching.permission.DiseaseHierarchy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTests {

    private static final Vocabulary BUILT_IN = Vocabulary.builtIn();

    @Test
    void theBuiltInOneIsSoundAndWide() {
        assertThat(VocabularyCheck.of(Vocabulary.builtInFiles()).problems()).isEmpty();
        assertThat(BUILT_IN.all().stream().filter(concept -> !concept.kind().equals("disease")))
                .hasSizeGreaterThan(1700);
        assertThat(BUILT_IN.isWithin("disease:nsclc", "disease:neoplasm")).isTrue();
        assertThat(BUILT_IN.isWithin("region:gangwon", "region:noncapital")).isTrue();
        assertThat(BUILT_IN.isWithin("region:seoul", "region:noncapital")).isFalse();
        assertThat(BUILT_IN.isWithin("lab:hba1c", "modality:lab")).isTrue();
    }

    /** Of another kind nothing counts: what a laboratory value is a kind of is no laboratory value. */
    @Test
    void theBroadestAreOfTheSameKind() {
        assertThat(BUILT_IN.broadest("disease:nsclc"))
                .contains("disease:tumour")
                .allSatisfy(id -> {
                    assertThat(id).startsWith("disease:");
                    assertThat(BUILT_IN.withAncestors(id)).containsExactly(id);
                });
        assertThat(BUILT_IN.broadest("disease:tumour")).containsExactly("disease:tumour");
        assertThat(BUILT_IN.broadest("lab:hba1c")).doesNotContain("modality:lab");
        assertThat(BUILT_IN.broadest("no:such")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "modality,300",
        "bodypart,200",
        "specialty,150",
        "study,50",
        "task,60",
        "lab,150",
        "procedure,250",
        "drug,110",
        "score,100",
        "law,30",
        "regulator,30",
        "approval,35",
        "ethics,45",
        "programme,25",
        "format,45",
        "label,45",
        "term,800"
    })
    void everyKindIsWide(String kind, int atLeast) {
        assertThat(BUILT_IN.ofKind(kind)).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    /** A word of general language that already names a disease, a modality or a task would only count twice. */
    @Test
    void aGeneralTermNamesNothingOfAnotherKind() {
        Set<String> otherNames = BUILT_IN.all().stream()
                .filter(concept -> !concept.kind().equals("term"))
                .flatMap(concept -> Vocabulary.names(concept).stream())
                .map(Vocabulary::normal)
                .collect(Collectors.toSet());
        assertThat(BUILT_IN.ofKind("term").stream().flatMap(concept -> Vocabulary.names(concept).stream()))
                .isNotEmpty()
                .noneMatch(name -> otherNames.contains(Vocabulary.normal(name)));
    }

    /** Saved offers and needs hold these ids. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "modality:ct",
                "modality:ldct",
                "modality:ehr",
                "modality:lab",
                "bodypart:chest",
                "disease:t2d",
                "disease:diabetes",
                "format:omop",
                "format:dicom",
                "label:biopsy",
                "environment:onsite",
                "region:capital",
                "return:publication",
                "specialty:radiology",
                "kind:data",
                "regulator:mfds",
                "study:rct",
                "ethics:waiver"
            })
    void idsInUseStay(String id) {
        assertThat(BUILT_IN.find(id)).isPresent();
    }

    @Test
    void everyDiseaseReachesAHead() {
        Set<String> heads = Vocabulary.builtInFiles().stream()
                .flatMap(file -> file.lines().stream())
                .filter(line -> line.startsWith("#heads\t"))
                .flatMap(line -> Stream.of(line.substring(7).split(";")))
                .collect(Collectors.toSet());
        DiseaseHierarchy hierarchy = BUILT_IN.diseases();
        List<Concept> diseases = BUILT_IN.ofKind("disease");
        assertThat(diseases).isNotEmpty().allMatch(disease -> hierarchy.knows(disease.id()));
        assertThat(diseases).allMatch(disease -> hierarchy.isWithin(disease.id(), List.copyOf(heads)));
    }

    @ParameterizedTest
    @CsvSource({"disease:neoplasm,cancer", "regulator:mfds,식약처", "law:pipa,개인정보보호법", "score:lungrads,Lung-RADS"})
    void aConceptIsCalledByEachOfItsNames(String id, String name) {
        assertThat(BUILT_IN.find(id))
                .hasValueSatisfying(
                        concept -> assertThat(Vocabulary.names(concept)).contains(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:b,가,b,,|own.tsv:1: expected 6 columns",
                "a:b,가,b,,,;a:b,나,c,,,|own.tsv:2: a:b stands twice",
                "a:b,,b,,,|lacks a Korean",
                "a:b,가,b,,a:z,|unknown parent",
                "a:b,가,b,,,;a:c,나,B,,,|own.tsv:2: B already names a:b",
                "AB,가,b,,,|an id is kind:name",
                "a:b,가,b,,a:c,;a:c,나,c,,a:b,|cycle"
            })
    void saysWhereAFileIsWrong(String lines, String problem) {
        String text = lines.replace(",", "\t").replace(";", "\n");
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void parentsMayStandInAnotherFile() {
        Vocabulary vocabulary = Vocabulary.of(List.of(
                new VocabularyFile("one.tsv", List.of("a:b\t가\tb\t\ta:c\t")),
                new VocabularyFile("two.tsv", List.of("a:c\t나\tc\t\t\t"))));
        assertThat(vocabulary.isWithin("a:b", "a:c")).isTrue();
    }

    private static Vocabulary read(String text) throws IOException {
        return Vocabulary.read(new BufferedReader(new StringReader(text)), "own.tsv");
    }
}
