package dari.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCheckTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "주민 800101-1234567",
                "８００１０１－１２３４５６７",
                "800101–1234567",
                "번호는 8001011234560 입니다",
                "800101 1234560",
                "80\u200b01011234560",
                "8.00101123456E12",
                "외국인 800101-5234567",
                "001231 - 4123456"
            })
    void seesRegistrationNumbers(String text) {
        refused("rrn", () -> ContentCheck.message(text));
        refused("rrn", () -> ContentCheck.file(TestFiles.text(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"환자 3,180명", "02-1234-5678", "과제 P-2026-0117", "8001011234567", "2026-11-24", "801301-1234567"})
    void leavesOtherNumbersAlone(String text) {
        ContentCheck.message(text);
        assertThat(ContentCheck.file(TestFiles.text(text))).isEqualTo(FileType.TEXT);
    }

    @Test
    void seesRowsAboutPersonsInMessages() {
        refused("rows", () -> ContentCheck.message("id,age,sex,code\n1,34,F,E11\n2,35,M,I10\n3,36,F,E11\n4,70,M,C34"));
        ContentCheck.message("안녕하세요, 자료는 2010년, 2020년 사이입니다.\n감사합니다, 김하나 드림");
    }

    @Test
    void seesRegistrationNumbersInEveryKindOfFile() {
        refused("rrn", () -> ContentCheck.file(TestFiles.pdf("patient 800101-1234567")));
        refused("rrn", () -> ContentCheck.file(TestFiles.docx("환자 8001", "01-12", "34567")));
        refused("rrn", () -> ContentCheck.file(TestFiles.xlsx(List.of(List.of("번호", "800101-1234567")))));
        refused("rrn", () -> ContentCheck.file(TestFiles.xlsx(List.of(List.of("번호", "8001011234560")))));
        refused("rrn", () -> ContentCheck.file(TestFiles.xlsx(List.of(List.of("번호", "8.00101123456E12")))));
    }

    @Test
    void goesByTheContent() {
        assertThat(ContentCheck.file(TestFiles.pdf("Protocol"))).isEqualTo(FileType.PDF);
        assertThat(ContentCheck.file(TestFiles.docx("연구계획서"))).isEqualTo(FileType.DOCX);
        assertThat(ContentCheck.file(TestFiles.xlsx(List.of(List.of("항목", "설명")))))
                .isEqualTo(FileType.XLSX);
        assertThat(ContentCheck.file(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0}))
                .isEqualTo(FileType.PNG);
        assertThat(ContentCheck.file(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}))
                .isEqualTo(FileType.JPEG);
        refused("type", () -> ContentCheck.file(new byte[] {'M', 'Z', 0, 1, 2}));
        refused("type", () -> ContentCheck.file(new byte[] {'M', 'Z', 0, (byte) 0xff}));
        refused("type", () -> ContentCheck.file(TestFiles.zip(Map.of("a.xml", new byte[] {'<'}))));
        refused("empty", () -> ContentCheck.file(new byte[0]));
        refused("encoding", () -> ContentCheck.file("연구계획서".getBytes(Charset.forName("MS949"))));
        refused("unreadable", () -> ContentCheck.file(TestFiles.text("%PDF-1.7 no more")));
    }

    @Test
    void refusesWhatCannotBeReadWhole() {
        refused("locked", () -> ContentCheck.file(TestFiles.lockedPdf("secret")));
        Map<String, byte[]> macros = TestFiles.word("<w:p/>");
        macros.put("word/vbaProject.bin", new byte[] {1});
        refused("macro", () -> ContentCheck.file(TestFiles.zip(macros)));
        Map<String, byte[]> embedded = TestFiles.word("<w:p/>");
        embedded.put("word/embeddings/oleObject1.bin", new byte[] {1});
        refused("embedded", () -> ContentCheck.file(TestFiles.zip(embedded)));
        Map<String, byte[]> bomb = TestFiles.word("<w:p/>");
        bomb.put("word/media/image1.png", new byte[65 * 1024 * 1024]);
        refused("unreadable", () -> ContentCheck.file(TestFiles.zip(bomb)));
    }

    @Test
    void refusesDicomWhateverItLooksLike() {
        refused("dicom", () -> ContentCheck.file(TestFiles.dicom("")));
        refused("dicom", () -> ContentCheck.file(TestFiles.dicom("%PDF-1.7")));
        Map<String, byte[]> inside = TestFiles.word("<w:p/>");
        inside.put("word/media/image1.png", TestFiles.dicom(""));
        refused("dicom", () -> ContentCheck.file(TestFiles.zip(inside)));
    }

    @Test
    void refusesRowsAboutPersons() {
        List<List<String>> births = rows("기록", "생년월일", n -> (1940 + n) + "-03-0" + (1 + n % 9));
        refused("rows", () -> ContentCheck.file(csv(births)));
        refused("rows", () -> ContentCheck.file(TestFiles.xlsx(births)));
        refused("rows", () -> ContentCheck.file(TestFiles.docxTable(births)));
        // without a header that says so, by how far the years lie apart
        refused("rows", () -> ContentCheck.file(csv(rows("n", "d", n -> (1930 + 4 * n) + "0301"))));
        refused("rows", () -> ContentCheck.file(TestFiles.xlsx(rows("id", "birth", n -> "2" + (1000 + n)))));
        refused("rows", () -> ContentCheck.file(csv(rows("no", "tel", n -> "010-1234-56" + (10 + n)))));
        refused("rows", () -> ContentCheck.file(TestFiles.xlsx(rows("no", "tel", n -> "10123456" + (10 + n)))));
        refused("rows", () -> ContentCheck.file(csv(rows("no", "번호", n -> "80010" + n % 9 + "-1******"))));
        refused("rows", () -> ContentCheck.file(csv(rows("code", "person_id", n -> "" + (10_000 + n)))));
        refused(
                "rows",
                () -> ContentCheck.file(TestFiles.text(IntStream.range(10, 24)
                        .mapToObj(n -> "김하나 010-1234-56" + n + " 서울")
                        .collect(Collectors.joining("\n")))));
    }

    @Test
    void takesListsThatAreNotAboutPersons() {
        assertThat(ContentCheck.file(csv(rows("항목", "형식", n -> "정수, 0에서 " + n))))
                .isEqualTo(FileType.TEXT);
        // a schedule: dates of one year
        assertThat(ContentCheck.file(csv(rows("단계", "날짜", n -> "2026-11-" + (10 + n)))))
                .isEqualTo(FileType.TEXT);
        // a team of four
        assertThat(ContentCheck.file(
                        csv(rows("이름", "전화", n -> "010-1234-56" + (10 + n)).subList(0, 5))))
                .isEqualTo(FileType.TEXT);
        // a dictionary that names the column of patients
        List<List<String>> dictionary = rows("column", "type", n -> "integer");
        dictionary.set(1, List.of("person_id", "integer"));
        assertThat(ContentCheck.file(TestFiles.xlsx(dictionary))).isEqualTo(FileType.XLSX);
    }

    private static List<List<String>> rows(String first, String second, java.util.function.IntFunction<String> value) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(first, second));
        IntStream.range(0, 14).forEach(n -> rows.add(List.of("r" + n, value.apply(n))));
        return rows;
    }

    private static byte[] csv(List<List<String>> rows) {
        return TestFiles.text(rows.stream()
                .map(row -> row.stream().map(cell -> '"' + cell + '"').collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n")));
    }

    private static void refused(String reason, Runnable check) {
        assertThatThrownBy(check::run)
                .isInstanceOfSatisfying(
                        ContentRefused.class, e -> assertThat(e.messageKey()).isEqualTo("documents.refused." + reason));
    }
}
