package dari.provisioner;

import dari.provisioner.pipeline.PseudonymKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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

    /** A made-up hospital in OMOP: persons with visits, and in each a condition, a drug and a measurement. */
    public static void omop(Path directory, int persons, long seed) {
        Random random = new Random(seed);
        StringBuilder person = new StringBuilder("person_id,gender_concept_id,year_of_birth,race_source_value\n");
        StringBuilder visit =
                new StringBuilder("visit_occurrence_id,person_id,visit_concept_id,visit_start_date,visit_end_date\n");
        StringBuilder condition = new StringBuilder(
                "person_id,condition_concept_id,condition_start_date,condition_end_date,visit_occurrence_id\n");
        StringBuilder drug = new StringBuilder(
                "person_id,drug_concept_id,drug_exposure_start_date,drug_exposure_end_date,visit_occurrence_id\n");
        StringBuilder test = new StringBuilder(
                "person_id,measurement_concept_id,measurement_date,value_as_number,visit_occurrence_id\n");
        int v = 0;
        for (int p = 1; p <= persons; p++) {
            person.append(p)
                    .append(p % 2 == 0 ? ",8507," : ",8532,")
                    .append(1930 + random.nextInt(80))
                    .append(",a\n");
            LocalDate day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(900));
            for (int i = random.nextInt(8); i > 0; i--, v++) {
                day = day.plusDays(1 + random.nextInt(60));
                visit.append("%d,%d,%d,%s,%s\n".formatted(v, p, 9201 + i % 2, day, day.plusDays(i % 2)));
                condition.append("%d,%d,%s,,%d\n".formatted(p, 11 + random.nextInt(6), day, v));
                drug.append("%d,%d,%s,%s,%d\n".formatted(p, 21 + p % 2, day, day.plusDays(10), v));
                test.append("%d,%d,%s,%d,%d\n".formatted(p, 31, day, 50 + random.nextInt(90), v));
            }
        }
        write(directory.resolve("person.csv"), person.toString());
        write(directory.resolve("visit_occurrence.csv"), visit.toString());
        write(directory.resolve("condition_occurrence.csv"), condition.toString());
        write(directory.resolve("drug_exposure.csv"), drug.toString());
        write(directory.resolve("measurement.csv"), test.toString());
    }
}
