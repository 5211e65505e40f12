package dari.provisioner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.Refused;
import dari.provisioner.Sources;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.Rho;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Assessment;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Release;
import dari.provisioner.release.ReleaseVerifier;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynthesisTests {

    private static final String DOMAIN =
            "{\"age\": {\"min\": 0, \"max\": 99, \"bins\": 10}, \"sex\": {\"values\": [\"F\", \"M\"]}, \"in>come\": 3}";

    private static final String RECIPE = """
            recipe: 1
            goal: synthesize
            tables: {people: {domain: domain.json}}
            dp: {mechanism: adaptive, epsilon: 1, delta: 1e-9, unit: row}
            budget: {dataset: d-1, population: all}
            assessment: none
            """;

    @TempDir
    private Path folder;

    private Path ledger;

    @BeforeEach
    void aSourceAndALedger() {
        Sources.write(folder.resolve("domain.json"), DOMAIN);
        Sources.write(folder.resolve("source/people.csv"), people(2000));
        ledger = folder.resolve("ledger");
        Ledger.open(ledger, Sources.CLOCK)
                .openAccount("d-1", "all", new BigDecimal("2"), new BigDecimal("1e-9"), "test", "steward");
    }

    private static String people(int rows) {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("sex,age,in>come,person\n");
        for (int row = 0; row < rows; row++) {
            boolean woman = random.nextBoolean();
            int income = random.nextInt(10) < 8 ? (woman ? 0 : 1) : 2;
            csv.append(woman ? "F" : "M")
                    .append(',')
                    .append(20 + random.nextInt(50))
                    .append(',')
                    .append(random.nextInt(10) == 0 ? "" : String.valueOf(income))
                    .append(",p")
                    .append(row / 4)
                    .append('\n');
        }
        return csv.toString();
    }

    @ParameterizedTest
    @CsvSource({"mst", "adaptive"})
    void releasesInventedRowsInTheSourcesOwnCoding(String mechanism) {
        Path out = run(RECIPE.replace("{domain: domain.json}", "{domain: domain.json, others: drop}")
                .replace("adaptive", mechanism));
        List<String> lines =
                Sources.read(out.resolve("data/people.csv")).lines().toList();
        assertThat(lines.get(0)).isEqualTo("sex,age,in>come");
        Set<String> sexes = new TreeSet<>();
        Set<String> incomes = new TreeSet<>();
        int women = 0;
        int womenOfNoIncome = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            sexes.add(cells[0]);
            assertThat(Integer.parseInt(cells[1])).isBetween(0, 99);
            incomes.add(cells[2]);
            women += cells[0].equals("F") ? 1 : 0;
            womenOfNoIncome += cells[0].equals("F") && cells[2].equals("0") ? 1 : 0;
        }
        assertThat(sexes).containsExactly("F", "M");
        assertThat(incomes).contains("0", "1").isSubsetOf("", "0", "1", "2");
        // in the source 72 % of women; the noise of ε = 1 is a few per cent
        assertThat((double) womenOfNoIncome / women).isBetween(0.55, 0.9);
        assertThat(ReleaseVerifier.verify(out, null)).isNotNull();
    }

    @Test
    void theCertificateSaysWhatWasSpentOnWhat() {
        Path out = run(RECIPE.replace("domain.json}", "domain.json, others: drop}"));
        Release release = new Release(out);
        Certificate certificate = release.certificate();
        assertThat(certificate.goal()).isEqualTo("synthesize");
        assertThat(certificate.epsilon()).isEqualTo(1.0);
        Certificate.Synthesis synthesis = certificate.synthesis();
        assertThat(synthesis.delta()).isEqualTo("0.000000001");
        assertThat(synthesis.rho()).startsWith("0.01497");
        assertThat(synthesis.unit()).isEqualTo("row");
        assertThat(synthesis.mechanism()).isEqualTo("adaptive");
        assertThat(synthesis.accountant()).contains("zCDP accountant 1");
        assertThat(synthesis.covers().en()).contains("synthetic data alone");
        assertThat(certificate.gate()).isEqualTo(Assessment.Gate.NOT_ASSESSED);
        assertThat(Sources.read(out.resolve(Release.PAGE)))
                .contains("합성 자료 확인서", "Certificate of a synthetic release", "ε 1, δ 0.000000001", "zCDP accountant 1")
                .contains("one row", synthesis.covers().ko())
                .doesNotContain("Columns that k covers");
        assertThat(synthesis.account())
                .isEqualTo(new Certificate.Account(
                        Rho.forEpsilonDelta(new BigDecimal("2"), new BigDecimal("1e-9"))
                                .toDecimal()
                                .toPlainString(),
                        synthesis.rho(),
                        "2",
                        "1.0000"));
        assertThat(synthesis.distances())
                .extracting(Certificate.Distance::column)
                .containsExactly("sex", "age", "in>come");
        assertThat(synthesis.distances()).allSatisfy(distance -> {
            assertThat(distance.released()).isBetween(0.0, 0.2);
            assertThat(distance.noise()).isBetween(0.0001, 0.5);
        });
        Dictionary.Column column =
                release.dictionary().tables().get(0).columns().get(0);
        assertThat(column.treatment().key()).isEqualTo("treatment.synthesised");
        Rho spent = Rho.forEpsilonDelta(BigDecimal.ONE, new BigDecimal("1e-9"));
        assertThat(left())
                .isEqualTo(Rho.forEpsilonDelta(new BigDecimal("2"), new BigDecimal("1e-9"))
                        .minus(spent));
    }

    @Test
    void anExhaustedBudgetRefusesAndLeavesNothingVisible() {
        String recipe =
                RECIPE.replace("domain.json}", "domain.json, others: drop}").replace("epsilon: 1", "epsilon: 1.5");
        run(recipe);
        Rho before = left();
        assertThatThrownBy(() -> run(recipe, "second")).isInstanceOf(Refused.class);
        assertThat(folder.resolve("second")).doesNotExist();
        assertThat(left()).isEqualTo(before);
    }

    @Test
    void countsOneRowOfEachPersonWhereThePersonIsTheUnit() {
        Path out = run(RECIPE.replace("domain.json}", "domain.json, personKey: person}")
                .replace("unit: row", "unit: person"));
        long rows = Files.exists(out.resolve("data/people.csv"))
                ? Sources.read(out.resolve("data/people.csv")).lines().count() - 1
                : 0;
        // 500 persons of four rows each; the total's noise at ε = 1 has a deviation below 60
        assertThat(rows).isBetween(150L, 850L);
        Certificate.Synthesis synthesis = new Release(out).certificate().synthesis();
        assertThat(synthesis.unit()).isEqualTo("person");
        assertThat(synthesis.rowsPerPerson()).isEqualTo(1);
    }

    /** Each person has one row of every code, always in the same order: if place or value decided, one code would be all there is. */
    @Test
    void whichRowOfAPersonCountsFollowsAKeyAndNotItsPlaceOrValue() {
        StringBuilder csv = new StringBuilder("code,person\n");
        for (int row = 0; row < 4000; row++) {
            csv.append(row % 8).append(",p").append(row / 8).append('\n');
        }
        Sources.write(folder.resolve("source/people.csv"), csv.toString());
        Sources.write(folder.resolve("domain.json"), "{\"code\": 8}");
        Path out = run(RECIPE.replace("domain.json}", "domain.json, personKey: person}")
                .replace("adaptive, epsilon: 1", "mst, epsilon: 2")
                .replace("unit: row", "unit: person"));
        List<String> codes =
                Sources.read(out.resolve("data/people.csv")).lines().skip(1).toList();
        // 62 of 500 persons are expected in each, with a noise of about ten
        assertThat(Set.copyOf(codes)).hasSizeGreaterThanOrEqualTo(6);
        for (String code : Set.copyOf(codes)) {
            assertThat(codes.stream().filter(code::equals).count()).isLessThan(codes.size() / 2);
        }
    }

    @Test
    void valuesOutsideTheDomainBecomeOther() {
        Sources.write(folder.resolve("source/people.csv"), people(2000).replaceAll("(?m)^M,", "X,"));
        Path out = run(RECIPE.replace("domain.json}", "domain.json, others: drop}"));
        long other = Sources.read(out.resolve("data/people.csv"))
                .lines()
                .filter(l -> l.startsWith("other,"))
                .count();
        assertThat(other).isBetween(700L, 1300L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "domain: domain.json|domain: domain.json|does not list the source's column 'person'",
                "domain: domain.json|domain: none.json|is no file",
                "people:|nobody:|the source has no such table",
                "epsilon: 1|epsilon: 0|dp.epsilon",
                "epsilon: 1|epsilon: -1|dp.epsilon",
                "epsilon: 1|epsilon: 1000000|dp.epsilon",
                "delta: 1e-9|delta: 0|dp.delta",
                "delta: 1e-9|delta: 0.5|dp.delta",
                "unit: row|unit: person|needs to know the column that names the person",
                "unit: row|unit: row, rowsPerPerson: 3|belongs to unit: person",
                "assessment: none|sample: 0.5|belongs to goal: deidentify",
                // how many rows there are is never told: a recipe cannot ask for it, and has no place to write it down
                "assessment: none|rows: exact|unknown key 'rows'",
                "assessment: none|persons: 2000|belongs to histories",
                "population: all|population: some|some",
            })
    void badInputIsSaidBeforeAnythingIsSpent(String part, String replacement, String message) {
        Rho before = left();
        assertThatThrownBy(() -> run(RECIPE.replace(part, replacement)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
        assertThat(left()).isEqualTo(before);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** What is released follows the domain and the noise; a source that holds next to nothing is no reason to stop. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mst|sex,age,in>come",
                "adaptive|sex,age,in>come\\nF,30,1",
                "mst|sex,age,in>come\\n,,\\n,,\\n,,",
                "adaptive|sex,age,in>come\\nX,-1,many\\nF,1000,7",
            })
    void aSourceOfOneRowOfNoneOrOfMissingValuesIsReleasedWithItsNoise(String mechanism, String source) {
        Sources.write(folder.resolve("source/people.csv"), source.replace("\\n", "\n") + "\n");
        Path out = run(RECIPE.replace("adaptive", mechanism));
        assertThat(ReleaseVerifier.verify(out, null)).isNotNull();
        assertThat(left())
                .isEqualTo(Rho.forEpsilonDelta(new BigDecimal("2"), new BigDecimal("1e-9"))
                        .minus(Rho.forEpsilonDelta(BigDecimal.ONE, new BigDecimal("1e-9"))));
    }

    private static String constrained(String constraints) {
        return RECIPE.replace(
                "{people: {domain: domain.json}}",
                "\n  people:\n    domain: domain.json\n    others: drop\n    constraints:\n" + constraints.indent(6));
    }

    @ParameterizedTest
    @CsvSource({"mst", "adaptive"})
    void releasedCellsKeepWhatTheRecipeDeclares(String mechanism) {
        // a tenth of the source's women have no income written down: the rule is kept all the same
        Path out = run(constrained("- never: {SEX: F, in>come: [1, null]}").replace("adaptive", mechanism));
        List<String> lines =
                Sources.read(out.resolve("data/people.csv")).lines().toList();
        assertThat(lines.stream().filter(l -> l.startsWith("F,"))).hasSizeGreaterThan(500);
        assertThat(lines.stream().filter(l -> l.matches("F,.*,1?"))).isEmpty();
        assertThat(lines.stream().filter(l -> l.matches("M,.*,1?"))).hasSizeGreaterThan(500);
    }

    @Test
    void refinedColumnsAreReleasedInTheirFineCodesAndTheirPriceIsSaid() {
        Sources.write(folder.resolve("domain.json"), DOMAIN.replace("\"bins\": 10", "\"bins\": 100"));
        Path out = run(RECIPE.replace(
                "{domain: domain.json}", "{domain: domain.json, others: drop, refine: {AGE: intervals}}"));
        List<String> lines =
                Sources.read(out.resolve("data/people.csv")).lines().skip(1).toList();
        // ages of the source are 20 to 69
        long inside = lines.stream()
                .mapToDouble(l -> Double.parseDouble(l.split(",", -1)[1]))
                .filter(age -> age >= 18 && age <= 72)
                .count();
        assertThat((double) inside / lines.size()).isGreaterThan(0.95);
        assertThat(Sources.read(out.resolve(Release.PAGE))).contains("to divide the codes of: age");
        assertThat(Sources.read(ledger)).contains("% of it to divide codes");
        assertThat(left())
                .isEqualTo(Rho.forEpsilonDelta(new BigDecimal("2"), new BigDecimal("1e-9"))
                        .minus(Rho.forEpsilonDelta(BigDecimal.ONE, new BigDecimal("1e-9"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{sex: intervals}|divides a list of values in intervals",
                "{nobody: intervals}|which is not in the domain",
                "{age: \"builtin:icd10\"}|applies a hierarchy to intervals of age",
                "{sex: \"builtin:nothing\"}|no such built-in hierarchy",
                "{sex: none.csv}|is no file",
            })
    void whatCannotBeRefinedIsSaidWithItsLine(String refine, String message) {
        assertThatThrownBy(() -> run(RECIPE.replace(
                        "{domain: domain.json}", "{domain: domain.json, others: drop, refine: " + refine + "}")))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("recipe.yaml:3 tables.people.refine.")
                .hasMessageContaining(message);
    }

    @Test
    void datesAscendAndAHierarchyDecidesInTheReleasedFile() {
        StringBuilder csv = new StringBuilder("code,from,to,chapter\n");
        Random random = new Random(2);
        List<String> codes = List.of("A00", "A01", "C50", "I10", "I21");
        for (int row = 0; row < 1500; row++) {
            int day = random.nextInt(300);
            LocalDate from = LocalDate.of(2024, 1, 1).plusDays(day);
            csv.append(codes.get(random.nextInt(5)))
                    .append(',')
                    .append(from)
                    .append(" 10:00:00,")
                    .append(from.plusDays(random.nextInt(20)))
                    .append(",unread\n");
        }
        Sources.write(folder.resolve("source/people.csv"), csv.toString());
        Sources.write(folder.resolve("domain.json"), """
                {"code": {"values": ["A00", "A01", "C50", "I10", "I21"]}, "chapter": {"values": ["I", "II", "IX"]},
                 "from": {"min": "2024-01-01", "max": "2024-12-31", "bins": 24},
                 "to": {"min": "2024-01-01", "max": "2025-01-31", "bins": 31}}
                """);
        Sources.write(folder.resolve("chapters.csv"), "A00;I\nA01;I\nC50;II\nI10;IX\nI21;IX\n");
        Path out = run(constrained("""
                - ascending: [from, to]
                - decides: {from: code, to: chapter, hierarchy: chapters.csv, level: 1}
                """));
        List<String> lines =
                Sources.read(out.resolve("data/people.csv")).lines().skip(1).toList();
        assertThat(lines).hasSizeGreaterThan(1000);
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            assertThat(LocalDate.parse(cells[1])).isBeforeOrEqualTo(LocalDate.parse(cells[2]));
            assertThat(cells[3]).isEqualTo(cells[0].startsWith("A") ? "I" : cells[0].startsWith("C") ? "II" : "IX");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "- never: {sex: F, nobody: 1}|names 'nobody', which is not in the domain",
                "- never: {sex: X, in>come: 1}|'X' is not a declared value of sex",
                "- never: {sex: F, age: {max: 12}}|'12' lies inside the interval 10 to 19 of age",
                "- never: {sex: F, age: 12}|names one number of age, whose codes are intervals",
                "- never: {sex: F}|recipe.yaml:8 tables.people.constraints.0.never",
                "- ascending: [age, sex]|compares age (whole numbers) with sex (the list F, M)",
                "- sometimes: {sex: F}|unknown key 'sometimes'",
                "- equal: [age, sex]|their domains differ",
                "- decides: {from: sex, to: age, hierarchy: none.csv, level: 1}|is no file",
                "- never: {sex: [F, M], in>come: 2}|recipe.yaml:8 tables.people.constraints.0.never: leaves no row for the"
                        + " declared value 2 of in>come",
                "- never: {sex: [F, M], in>come: [0, 1, 2], age: {min: 0}}|recipe.yaml:8 tables.people.constraints.0.never:"
                        + " leaves no row for the declared value F of sex",
                "- {never: {sex: F, age: {max: 49}}}\\n- {never: {sex: F, age: {min: 50}}}|recipe.yaml:9"
                        + " tables.people.constraints.1.never: leaves no row for the declared value F of sex",
            })
    void constraintsThatCannotBeMeantAreSaidBeforeAnythingIsSpent(String constraint, String message) {
        Rho before = left();
        assertThatThrownBy(() -> run(constrained(constraint.replace("\\n", "\n"))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
        assertThat(left()).isEqualTo(before);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void withoutALedgerNothingIsSynthesised() {
        Recipe recipe = Recipe.parse(RECIPE, "recipe.yaml", folder);
        ProvisioningRequest request = ProvisioningRequest.of(folder.resolve("source"), recipe, folder.resolve("out"));
        assertThatThrownBy(() -> new Provisioning(Sources.CLOCK).run(request, Progress.SILENT))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("--ledger: is missing");
    }

    @Test
    void theRecipesHashCoversTheDomain() {
        String before = Recipe.parse(RECIPE, "recipe.yaml", folder).hash().hex();
        Sources.write(folder.resolve("domain.json"), DOMAIN.replace("3}", "4}"));
        assertThat(Recipe.parse(RECIPE, "recipe.yaml", folder).hash().hex()).isNotEqualTo(before);
    }

    private Path run(String recipe) {
        return run(recipe, "out");
    }

    private Path run(String recipe, String out) {
        ProvisioningRequest request = ProvisioningRequest.of(
                        folder.resolve("source"), Recipe.parse(recipe, "recipe.yaml", folder), folder.resolve(out))
                .spendingFrom(ledger);
        new Provisioning(Sources.CLOCK).run(request, Progress.SILENT);
        return folder.resolve(out);
    }

    private Rho left() {
        return Ledger.open(ledger, Sources.CLOCK).account("d-1", "all").remaining();
    }
}
