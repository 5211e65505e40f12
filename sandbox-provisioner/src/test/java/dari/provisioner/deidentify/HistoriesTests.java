package dari.provisioner.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoriesTests {

    private static final int PERSONS = 300;
    private static final int LEAST = 5;

    @TempDir
    private Path folder;

    /** Numbers and words are kept in other forms, in which whoever has no row may not be spelled. */
    @Test
    void countsPersonsWithoutRowsHoweverPersonsAreSpelled() throws IOException {
        Map<Long, Long> numbers = personsByRows("numbers", String::valueOf);
        Map<Long, Long> words = personsByRows("words", p -> "P" + p);
        assertThat(words).isEqualTo(numbers).hasSizeGreaterThan(2);
        assertThat(numbers.values()).allMatch(persons -> persons >= LEAST);
    }

    /** @return how many persons have each released number of rows, none included */
    private Map<Long, Long> personsByRows(String name, IntFunction<String> spelling) throws IOException {
        Random random = new Random(1);
        StringBuilder persons = new StringBuilder("person_id,sex\n");
        StringBuilder visits = new StringBuilder("person_id,code\n");
        for (int p = 0; p < PERSONS; p++) {
            String person = spelling.apply(p);
            persons.append(person).append(",F\n");
            for (int rows = p == 0 ? 0 : 1 + random.nextInt(9); rows > 0; rows--) { // the first alone has none
                visits.append(person).append(",A\n");
            }
        }
        Sources.write(folder.resolve(name + "/person.csv"), persons.toString());
        Sources.write(folder.resolve(name + "/visit.csv"), visits.toString());
        Path out = folder.resolve(name + "-out");
        new Provisioning(Sources.CLOCK)
                .run(ProvisioningRequest.of(folder.resolve(name), recipe(), out).withKey(Sources.KEY), Progress.SILENT);
        Map<String, Long> rows = count(Files.readAllLines(out.resolve("data/visit.csv")), Function.identity());
        return count(
                Files.readAllLines(out.resolve("data/person.csv")).subList(1, PERSONS + 1),
                line -> rows.getOrDefault(line.split(",")[0] + ",A", 0L));
    }

    private static <T> Map<T, Long> count(List<String> lines, Function<String, T> key) {
        return lines.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private Recipe recipe() {
        return Recipe.parse("""
                recipe: 1
                goal: deidentify
                personKey: person_id
                tables:
                  person:
                    columns:
                      person_id: {do: pseudonym}
                      sex: {role: quasi, do: keep}
                  visit:
                    columns:
                      person_id: {do: pseudonym}
                      code: {role: sensitive, do: keep}
                    history: {code: code, known: 1, minPersons: 5, counts: alike, other: other}
                privacy: {k: 5, recoding: global, suppressionLimit: 0.1}
                assessment: none
                """, "recipe.yaml", folder);
    }
}
