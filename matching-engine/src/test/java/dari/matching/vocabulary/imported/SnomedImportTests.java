package dari.matching.vocabulary.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.matching.vocabulary.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release in miniature: disease ← lung disease ← lung cancer ← small cell lung cancer. */
class SnomedImportTests {

    private static final String FSN = "900000000000003001";
    private static final String SYNONYM = "900000000000013009";

    @TempDir
    Path folder;

    @BeforeEach
    void release() throws IOException {
        write(
                "sct2_Concept_Snapshot_INT_20260101.txt",
                "id effectiveTime active moduleId definitionStatusId",
                concept("64572001", 1),
                concept("19829001", 1),
                concept("93880001", 1),
                concept("254632001", 1),
                concept("111111111", 0),
                concept("404684003", 1));
        write(
                "sct2_Relationship_Snapshot_INT_20260101.txt",
                "id effectiveTime active moduleId sourceId destinationId relationshipGroup typeId characteristicTypeId modifierId",
                isA("1000001", 1, "64572001", "404684003"),
                isA("1000002", 1, "19829001", "64572001"),
                isA("1000003", 1, "93880001", "19829001"),
                isA("1000004", 1, "254632001", "93880001"),
                isA("1000005", 0, "254632001", "64572001"),
                isA("1000006", 1, "111111111", "64572001"),
                "1000007 20260101 1 9000001 404684003 64572001 0 363698007 9000001 9000001".replace(' ', '\t'));
        write(
                "sct2_Description_Snapshot-en_INT_20260101.txt",
                "id effectiveTime active moduleId conceptId languageCode typeId term caseSignificanceId",
                description("2000001", 1, "64572001", "en", FSN, "Disease (disorder)"),
                description("2000002", 1, "19829001", "en", FSN, "Disorder of lung (disorder)"),
                description("2000003", 1, "93880001", "en", FSN, "Primary malignant neoplasm of lung (disorder)"),
                description("2000004", 1, "93880001", "en", SYNONYM, "Lung cancer"),
                description("2000005", 0, "93880001", "en", SYNONYM, "Withdrawn name"),
                description("2000006", 1, "254632001", "en", FSN, "Small cell carcinoma of lung (disorder)"),
                description("2000007", 1, "404684003", "en", FSN, "Clinical finding (finding)"));
        write(
                "sct2_Description_Snapshot-ko_KR_20260101.txt",
                "id effectiveTime active moduleId conceptId languageCode typeId term caseSignificanceId",
                description("3000001", 1, "64572001", "ko", SYNONYM, "질병"),
                description("3000002", 1, "93880001", "ko", SYNONYM, "원발성 폐암"),
                description("3000003", 1, "93880001", "ko", SYNONYM, "폐암; 원발"),
                description("3000004", 1, "254632001", "ko", SYNONYM, "소세포폐암"),
                description("3000005", 1, "404684003", "ko", SYNONYM, "임상 소견"));
    }

    @Test
    void takesWhatIsActiveBelowTheRootAndSaysWhatItLeavesOut() throws IOException {
        ImportedVocabulary imported = read();
        assertThat(imported.concepts())
                .extracting(concept -> concept.id())
                .containsExactlyInAnyOrder("disease:sct-64572001", "disease:sct-93880001", "disease:sct-254632001");
        assertThat(imported.leftOut()).isEqualTo(1);
    }

    @Test
    void childrenOfWhatIsLeftOutGoToWhatIsBroader() throws IOException {
        Vocabulary vocabulary = vocabulary();
        assertThat(vocabulary.withAncestors("disease:sct-254632001"))
                .containsExactly("disease:sct-254632001", "disease:sct-93880001", "disease:sct-64572001");
    }

    @Test
    void theFullNameGoesFirstUnlessALanguageReferenceSetPrefersAnother() throws IOException {
        assertThat(vocabulary().find("disease:sct-93880001")).hasValueSatisfying(concept -> {
            assertThat(concept.korean()).isEqualTo("원발성 폐암");
            assertThat(concept.english()).isEqualTo("Primary malignant neoplasm of lung");
            assertThat(concept.synonyms()).containsExactly("폐암, 원발", "Lung cancer");
        });
        write(
                "der2_cRefset_LanguageSnapshot-en_INT_20260101.txt",
                "id effectiveTime active moduleId refsetId referencedComponentId acceptabilityId",
                "a 20260101 1 9000001 9000002 2000004 900000000000548007".replace(' ', '\t'),
                "b 20260101 1 9000001 9000002 3000003 900000000000548007".replace(' ', '\t'));
        assertThat(vocabulary().find("disease:sct-93880001")).hasValueSatisfying(concept -> {
            assertThat(concept.korean()).isEqualTo("폐암, 원발");
            assertThat(concept.english()).isEqualTo("Lung cancer");
            assertThat(concept.synonyms()).containsExactly("원발성 폐암", "Primary malignant neoplasm of lung");
        });
    }

    @Test
    void withoutKoreanNamesNothingIsMade() throws IOException {
        Files.delete(folder.resolve("sct2_Description_Snapshot-ko_KR_20260101.txt"));
        assertThatThrownBy(this::read)
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("add the description file of that language");
    }

    @Test
    void badLinesAreToldWithTheirPlace() throws IOException {
        write(
                "sct2_Description_Snapshot-xx_XX_20260101.txt",
                "heading",
                "one\ttwo",
                description("x", 1, "93880001", "ko", FSN, "가"));
        assertThatThrownBy(this::read)
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("-xx_XX_20260101.txt:2: expected 9 columns separated by tabs, found 2")
                .hasMessageContaining("-xx_XX_20260101.txt:3: holds no SNOMED CT identifier");
    }

    @Test
    void aFolderWithoutAReleaseIsRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> SnomedImport.read(empty, "ko", SnomedImport.DISEASE, "disease"))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("has no sct2_Concept_Snapshot file");
    }

    private ImportedVocabulary read() throws IOException {
        return SnomedImport.read(folder, "ko", SnomedImport.DISEASE, "disease");
    }

    private Vocabulary vocabulary() throws IOException {
        StringWriter written = new StringWriter();
        read().write(written);
        return Vocabulary.read(new BufferedReader(new StringReader(written.toString())), "snomed.tsv");
    }

    private void write(String name, String heading, String... rows) throws IOException {
        String text = heading.replace(' ', '\t') + "\n" + List.of(rows).stream().collect(Collectors.joining("\r\n"));
        Files.writeString(folder.resolve(name), text + "\r\n");
    }

    private static String concept(String id, int active) {
        return String.join("\t", id, "20260101", String.valueOf(active), "9000001", "9000002");
    }

    private static String isA(String id, int active, String child, String parent) {
        return String.join(
                "\t",
                id,
                "20260101",
                String.valueOf(active),
                "9000001",
                child,
                parent,
                "0",
                "116680003",
                "9000003",
                "9000004");
    }

    private static String description(
            String id, int active, String concept, String language, String type, String term) {
        return String.join(
                "\t", id, "20260101", String.valueOf(active), "9000001", concept, language, type, term, "9000005");
    }
}
