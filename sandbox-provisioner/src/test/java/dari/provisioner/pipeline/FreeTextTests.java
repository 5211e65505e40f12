package dari.provisioner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Release;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column of free text on its way into a release. */
class FreeTextTests {

    @TempDir
    private Path folder;

    private static String recipe(String note) {
        return """
                recipe: 1
                goal: deidentify
                personKey: person_id
                tables:
                  note:
                    others: drop
                    columns:
                      person_id: {do: pseudonym, as: int64}
                      day: {do: shiftDate, maxDays: 100}
                      note: %s
                """.formatted(note);
    }

    private List<String[]> release(String note) {
        StringBuilder source = new StringBuilder("person_id,day,note\n");
        for (int p = 0; p < 40; p++) {
            source.append(p).append(",2024-03-05,");
            source.append(p == 7 ? "" : "2024-03-05 보호자 최영희 면담 010-1234-5678 " + (p == 3 ? "value 3/5 x" : "안정적"));
            source.append('\n');
        }
        Sources.write(folder.resolve("source/note.csv"), source.toString());
        new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(
                                        folder.resolve("source"),
                                        Recipe.parse(recipe(note), "r.yaml", folder),
                                        folder.resolve("out"))
                                .withKey(Sources.KEY),
                        Progress.SILENT);
        return Sources.read(folder.resolve("out/data/note.csv"))
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    @Test
    void aDateInANoteMovesLikeTheDateBesideItAndNamesAreTheSameInEveryNote() {
        List<String[]> rows = release("{do: scrub, maxDays: 100}");
        assertThat(rows).hasSize(40);
        Set<String> names = new HashSet<>();
        Set<String> days = new HashSet<>();
        for (String[] row : rows) {
            if (row[2].isEmpty()) {
                continue;
            }
            String[] words = row[2].split(" ", -1);
            assertThat(words[0]).isEqualTo(row[1]);
            days.add(words[0]);
            names.add(words[2]);
            assertThat(row[2]).contains("[PHONE]").doesNotContain("최영희");
        }
        assertThat(days.size()).isGreaterThan(20);
        assertThat(names).hasSize(1);
        Release release = new Release(folder.resolve("out"));
        assertThat(release.assessment().undecided()).isEqualTo(1);
        assertThat(release.certificate().limits())
                .anySatisfy(limit -> assertThat(limit.en()).contains("note.note", "undecided: 1, in texts: 1"));
    }

    @Test
    void theRecipeSaysWhatHappensToEachKind() {
        assertThat(release("{do: scrub, maxDays: 100, actions: {name: mask, date: remove, phone: keep}}"))
                .filteredOn(row -> !row[2].isEmpty())
                .allSatisfy(row -> assertThat(row[2]).contains("보호자 [NAME] 면담 010-1234-5678"));
    }

    @Test
    void refusesActionsThatMeanNothingAndAnotherShiftThanTheTables() {
        assertRefused("{do: scrub, maxDays: 100, actions: {name: shift}}", "is not done to a name");
        assertRefused("{do: scrub, maxDays: 100, actions: {address: surrogate}}", "is not done to a address");
        assertRefused("{do: scrub, maxDays: 100, actions: {face: mask}}", "r.yaml:10");
        assertRefused("{do: scrub, maxDays: 30}", "otherwise than an earlier column");
        assertRefused("{do: keep, actions: {name: mask}}", "means nothing with this treatment");
    }

    private void assertRefused(String note, String message) {
        assertThatThrownBy(() -> Recipe.parse(recipe(note), "r.yaml", folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }
}
