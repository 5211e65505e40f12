package dari.admin.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ListFileTests {

    private static final Charset KOREAN = Charset.forName("MS949");

    private static final String HEAD = "name,day\n";

    @Test
    void readsWhatKoreanSpreadsheetsWrite() {
        assertThat(read((HEAD + "결마루,2026.1.1.\n").getBytes(KOREAN)).rows()).containsExactly("결마루 2026-01-01");
        assertThat(read("\uFEFF" + HEAD + "결마루,2026/1/1\n").rows()).containsExactly("결마루 2026-01-01");
    }

    @Test
    void takesNoTextApartThatIsBroken() {
        byte[] cut = (HEAD + "결마루,2026-01-01\n").getBytes(StandardCharsets.UTF_8);
        cut[HEAD.length() + 2] = (byte) 0xFF; // the third byte of its first letter
        assertThat(problems(cut)).containsExactly("0 broken ");
        assertThat(problems((HEAD + "\"결마루,2026-01-01\n").getBytes(StandardCharsets.UTF_8)))
                .containsExactly("0 broken ");
        assertThat(problems("name,day,day\n결마루,2026-01-01,2027-01-01\n".getBytes(StandardCharsets.UTF_8)))
                .as("which of the two days is meant?")
                .containsExactly("0 broken ");
    }

    @Test
    void namesTheLineOfTheFile() {
        assertThat(problems((HEAD + "\n\"결\n마루\",2026-01-01\n\n결마루,gestern").getBytes(StandardCharsets.UTF_8)))
                .containsExactly("6 day day");
    }

    @Test
    void knowsNoDayThatADatabaseCannotKeep() {
        assertThat(problems((HEAD + "a,20260-01-01\nb,0000-01-01\nc,2026-02-30\n").getBytes(StandardCharsets.UTF_8)))
                .containsExactly("2 day day", "3 day day", "4 day day");
    }

    @Test
    @Timeout(20)
    void aHugeCellOrListIsRefusedAtOnce() {
        String gap = "1" + " ".repeat(1_900_000) + "1";
        assertThat(problems((HEAD + "a," + gap).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("2 long day", "2 day day");
        assertThat(problems((HEAD + "a,2026-01-01\n".repeat(20_001)).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("20002 more ");
        assertThat(problems(new byte[ListFile.MOST_BYTES + 1])).containsExactly("0 big ");
    }

    private static ListFile.Read<String> read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    private static ListFile.Read<String> read(byte[] file) {
        return ListFile.read(
                file,
                List.of("name", "day"),
                row -> Optional.of(row.text("name", 120, true) + " "
                        + row.value("day", Numbers::day, "day")
                                .map(Object::toString)
                                .orElse("")));
    }

    private static List<String> problems(byte[] file) {
        ListFile.Read<String> read = read(file);
        assertThat(read.rows()).isEmpty();
        return read.problems().stream()
                .map(problem -> problem.line() + " " + problem.key() + " " + problem.column())
                .toList();
    }
}
