package dari.provisioner;

import dari.provisioner.pipeline.PseudonymKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

/** Small hospitals for tests. */
public final class Sources {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);
    public static final PseudonymKey KEY = PseudonymKey.ofHex("0123456789abcdef".repeat(4));
    public static final Path DEMO = Path.of("src", "demo");

    private Sources() {}

    public static Path demo(String name) {
        return DEMO.resolve("sources").resolve(name);
    }

    public static Path demoRecipe(String name) {
        return DEMO.resolve("recipes").resolve(name + ".yaml");
    }

    public static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Persons, visits and diagnoses of a made-up hospital; some visits name nobody. */
    public static Path hospital(Path directory, int persons, long seed) {
        Random random = new Random(seed);
        StringBuilder person = new StringBuilder("person_id,name,sex,birth,zip,weight\n");
        StringBuilder visit = new StringBuilder("visit_id,person_id,start,code\n");
        int visits = 0;
        for (int p = 1; p <= persons; p++) {
            person.append(p)
                    .append(",Name")
                    .append(p)
                    .append("Secret,")
                    .append(random.nextBoolean() ? "F" : "M")
                    .append(',')
                    .append(1930 + random.nextInt(80))
                    .append('-')
                    .append(String.format("%02d-%02d", 1 + random.nextInt(12), 1 + random.nextInt(28)))
                    .append(',')
                    .append(String.format("%05d", random.nextInt(40)))
                    .append(',')
                    .append(40 + random.nextInt(60))
                    .append(".5\n");
            for (int v = random.nextInt(5); v > 0; v--) {
                visit.append(++visits)
                        .append(',')
                        .append(p)
                        .append(String.format(
                                ",20%02d-%02d-%02dT08:15:30Z,",
                                10 + random.nextInt(10), 1 + random.nextInt(12), 1 + random.nextInt(28)))
                        .append("C")
                        .append((int) Math.abs(random.nextGaussian() * 6))
                        .append('\n');
            }
        }
        visit.append(++visits).append(",999999,2015-01-01T00:00:00Z,C1\n");
        write(directory.resolve("person.csv"), person.toString());
        write(directory.resolve("visit.csv"), visit.toString());
        return directory;
    }

    /** A recipe for {@link #hospital}. */
    public static String hospitalRecipe(String assessment) {
        return """
                recipe: 1
                goal: deidentify
                personKey: person_id
                tables:
                  person:
                    others: drop
                    columns:
                      person_id: {role: identifier, do: pseudonym, as: int64}
                      sex: {role: quasi, do: keep}
                      birth: {role: quasi, hierarchy: "builtin:year"}
                      zip: {do: drop}
                      weight: {do: cap, min: 45, max: 90}
                  visit:
                    others: drop
                    columns:
                      visit_id: {do: pseudonym, space: visit}
                      person_id: {role: identifier, do: pseudonym, as: int64}
                      start: {do: shiftDate}
                      code: {role: sensitive, do: groupRare, minPersons: 10, other: other}
                    history: {code: code, known: 2, minPersons: 5, counts: alike, other: other}
                privacy: {k: 20, recoding: local, suppressionLimit: 0.05}
                attack: {known: [sex, birth, zip], events: 2}
                assessment: %s
                """.formatted(assessment);
    }
}
