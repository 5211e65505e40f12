package dari.provisioner.exclude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.exclude.ExclusionLine.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asked to be left out stays left out: the list cannot be changed or set back unseen. */
class ExclusionListTests {

    @TempDir
    private Path state;

    private KeptLists lists;

    @BeforeEach
    void aList() {
        lists = new KeptLists(state);
        add(line(Act.COLUMNS, "2026-11-01T00:00:00Z", List.of()));
        add(line(Act.ADD, "2026-11-02T00:00:00Z", List.of("patient-secret", "7")));
    }

    @Test
    void saysWhoIsLeftOutAndSinceWhichDay() {
        add(line(Act.REMOVE, "2026-11-03T00:00:00Z", List.of("7")));
        add(line(Act.CHECK, "2026-11-04T16:00:00Z", List.of())); // the fifth in Seoul
        add(line(Act.COLUMNS, "2026-11-09T00:00:00Z", List.of())); // says nothing of who asked
        Exclusions now = lists.obeyed("omop").orElseThrow();
        assertThat(now.persons().persons()).containsExactly("patient-secret");
        assertThat(now.persons().columns()).containsExactly("person_id");
        assertThat(now.asOf()).isEqualTo(LocalDate.of(2026, 11, 5));
        assertThat(now + "" + ExclusionList.read(lists.file("omop")).lines()).doesNotContain("patient-secret");
    }

    @Test
    void isReadByItsOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lists.file("omop"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aChangedRemovedOrMovedLineIsFound() throws IOException {
        Path file = lists.file("omop");
        add(line(Act.ADD, "2026-11-03T00:00:00Z", List.of("8")));
        List<String> whole = Files.readAllLines(file);
        for (List<String> forged : List.of(
                List.of(whole.get(0), whole.get(1).replace("\"7\"", "\"9\""), whole.get(2)),
                List.of(whole.get(0), whole.get(2)),
                List.of(whole.get(1), whole.get(0), whole.get(2)))) {
            Files.write(file, forged);
            assertThatThrownBy(() -> ExclusionList.read(file)).isInstanceOf(ExclusionListBehind.class);
        }
    }

    @Test
    void anOlderListThanTheOneObeyedBeforeIsRefusedAndSoIsNone() throws IOException {
        byte[] old = Files.readAllBytes(lists.file("omop"));
        add(line(Act.ADD, "2026-11-03T00:00:00Z", List.of("8")));
        byte[] newest = Files.readAllBytes(lists.file("omop"));
        lists.obeyed("omop");
        Files.write(lists.file("omop"), old);
        assertThatThrownBy(() -> lists.obeyed("omop")).isInstanceOf(ExclusionListBehind.class);
        add(line(Act.ADD, "2026-11-04T00:00:00Z", List.of("somebody else"))); // as long again, and another
        assertThatThrownBy(() -> lists.obeyed("omop")).isInstanceOf(ExclusionListBehind.class);
        Files.delete(lists.file("omop"));
        assertThatThrownBy(() -> lists.obeyed("omop")).isInstanceOf(ExclusionListBehind.class);
        assertThat(lists.dates(List.of("omop", "other"))).isEmpty();
        Files.write(lists.file("omop"), newest);
        assertThat(lists.dates(List.of("omop", "other"))).containsOnlyKeys("omop");
    }

    private void add(ExclusionLine line) {
        ExclusionList.append(lists.file("omop"), line);
    }

    private static ExclusionLine line(Act act, String at, List<String> persons) {
        List<String> columns = act == Act.COLUMNS ? List.of("person_id") : List.of();
        return new ExclusionLine(act, Instant.parse(at), "steward", "asked", persons, columns, List.of());
    }
}
