package dari.provisioner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.Refused;
import dari.provisioner.Sources;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.ExcludedPersons;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.WorkFolder;
import dari.provisioner.exclude.Exclusions;
import dari.provisioner.omop.OmopModel;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.Rho;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Release;
import dari.provisioner.release.ReleaseVerifier;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryRunTests {

    private static final String RECIPE = """
            recipe: 1
            goal: synthesize
            standard: omop-5.4
            period: {from: 2015-01-01, to: 2020-12-31}
            tables:
              person: {domain: person.json}
              visit_occurrence: {codes: [9201, 9202]}
              condition_occurrence: {codes: conditions.csv}
              drug_exposure: {codes: [21, 22]}
              measurement: {codes: tests.csv}
            dp: {mechanism: adaptive, epsilon: 2, delta: 1e-9, unit: person}
            budget: {dataset: d-1, population: all}
            assessment: none
            """;

    @TempDir
    private Path folder;

    private Path ledger;

    @BeforeEach
    void aHospitalAndALedger() {
        Sources.write(
                folder.resolve("person.json"),
                "{\"gender_concept_id\": {\"values\": [8507, 8532]}, \"year_of_birth\":"
                        + " {\"min\": 1920, \"max\": 2019, \"bins\": 10}, \"race_source_value\": {\"values\": [\"a\"]}}");
        Sources.write(folder.resolve("conditions.csv"), "concept_id,parent_concept_id\n11,1\n12,1\n13,2\n14,2\n15,\n");
        Sources.write(
                folder.resolve("tests.csv"),
                "CONCEPT_ID,min,max,unit_concept_id\n31,0,200,8840\n32,35.0,42.0,586323\n");
        hospital(400);
        ledger = folder.resolve("ledger");
        Ledger.open(ledger, Sources.CLOCK)
                .openAccount("d-1", "all", new BigDecimal("40"), new BigDecimal("1e-9"), "test", "steward");
    }

    private void hospital(int persons) {
        Sources.omop(folder.resolve("source"), persons, 1);
    }

    @Test
    void releasesTablesOfOmopThatFitTogether() {
        // at this ε the noise of 400 persons leaves their numbers of visits
        Path out = run(RECIPE.replace("epsilon: 2", "epsilon: 30") + FACTS, "out");
        assertThat(new Release(out).certificate().limits())
                .anySatisfy(limit -> assertThat(limit.en())
                        .contains(
                                "¬(condition_concept_id 11|13 & gender_concept_id 8507)",
                                "condition_concept_id 12|14 ≤ drug_concept_id 21"));
        assertThat(ReleaseVerifier.verify(out, null)).isNotNull();
        Dictionary dictionary = new Release(out).dictionary();
        OmopModel model = OmopModel.named("omop-5.4").orElseThrow();
        assertThat(dictionary.tables())
                .extracting(Dictionary.Table::name)
                .containsExactlyInAnyOrder(
                        "person",
                        "observation_period",
                        "visit_occurrence",
                        "condition_occurrence",
                        "drug_exposure",
                        "measurement");
        assertThat(dictionary.tables())
                .allSatisfy(table -> assertThat(table.columns())
                        .allSatisfy(column -> assertThat(model.has(table.name(), column.name()))
                                .isTrue()));
        try (WorkFolder work = WorkFolder.create();
                DuckDb engine = DuckDb.open("512m", work.path())) {
            dictionary
                    .tables()
                    .forEach(table -> engine.execute("CREATE VIEW " + table.name() + " AS SELECT * FROM read_parquet("
                            + Sql.text(out + "/data/" + table.name() + ".parquet") + ")"));
            for (String broken : BROKEN) {
                assertThat(engine.number("SELECT count(*) FROM " + broken))
                        .as(broken)
                        .isZero();
            }
            // from 1 to 7 in the source. Sums would be at the mercy of noise: one person too many in the bin of
            // the longest histories adds as many rows as twenty others have
            for (String table : List.of("visit_occurrence", "condition_occurrence")) {
                assertThat(engine.number("SELECT median(rows) FROM (SELECT count(*) AS rows FROM " + table
                                + " GROUP BY person_id)"))
                        .as(table)
                        .isBetween(2L, 6L);
            }
            // what the rules take from some, others have
            assertThat(engine.number("SELECT count(*) FROM condition_occurrence WHERE condition_concept_id = 11"))
                    .isPositive();
            assertThat(engine.number("SELECT count(*) FROM drug_exposure WHERE drug_concept_id = 21"))
                    .isPositive();
            // two are in the source, and what the noise makes of others is 0
            assertThat(engine.number("SELECT count(DISTINCT drug_concept_id) FROM drug_exposure"))
                    .isBetween(2L, 3L);
        }
    }

    /** Which the source breaks: there every condition is of everybody, and drugs do not wait. */
    private static final String FACTS = """
            constraints:
              - never: {gender_concept_id: 8507, condition_concept_id: [11, 13]}
              - never: {year_of_birth: {max: 1939}, measurement_concept_id: 31}
              - follows: {later: {drug_concept_id: 21}, earlier: {condition_concept_id: [12, 14]}}
            """;

    /** Rows that must not be there. */
    private static final String[] BROKEN = {
        "visit_occurrence v ANTI JOIN person p USING (person_id)",
        "condition_occurrence ANTI JOIN person USING (person_id)",
        "measurement ANTI JOIN person USING (person_id)",
        "(SELECT * FROM drug_exposure WHERE visit_occurrence_id IS NOT NULL) ANTI JOIN visit_occurrence"
                + " USING (visit_occurrence_id, person_id)",
        "condition_occurrence c JOIN visit_occurrence v USING (visit_occurrence_id)"
                + " WHERE condition_start_date NOT BETWEEN visit_start_date AND visit_end_date",
        "visit_occurrence JOIN person USING (person_id) WHERE year(visit_start_date) < year_of_birth",
        "visit_occurrence WHERE visit_end_date < visit_start_date OR visit_end_date > DATE '2020-12-31'"
                + " OR visit_start_date < DATE '2015-01-01' OR visit_concept_id NOT IN (9201, 9202, 0)",
        "condition_occurrence WHERE condition_end_date < condition_start_date"
                + " OR condition_end_date > DATE '2020-12-31' OR condition_concept_id NOT IN (11,12,13,14,15,1,2,0)",
        "drug_exposure WHERE drug_exposure_end_date IS NULL OR drug_exposure_end_date < drug_exposure_start_date",
        "measurement WHERE value_as_number NOT BETWEEN 0 AND 200 OR (value_as_number IS NULL) != (unit_concept_id IS NULL)",
        "person WHERE person_id IS NULL OR gender_concept_id NOT IN (8507, 8532, 0) OR year_of_birth IS NULL"
                + " OR race_concept_id IS NULL OR ethnicity_concept_id IS NULL",
        "(SELECT visit_occurrence_id FROM visit_occurrence GROUP BY 1 HAVING count(*) > 1)",
        "condition_occurrence JOIN person USING (person_id)"
                + " WHERE gender_concept_id = 8507 AND condition_concept_id IN (11, 13)",
        "measurement JOIN person USING (person_id) WHERE year_of_birth <= 1939 AND measurement_concept_id = 31",
        "drug_exposure d WHERE drug_concept_id = 21 AND NOT EXISTS (SELECT 1 FROM condition_occurrence c"
                + " WHERE c.person_id = d.person_id AND condition_concept_id IN (12, 14)"
                + " AND condition_start_date <= drug_exposure_start_date)",
        "visit_occurrence JOIN observation_period USING (person_id) WHERE visit_start_date"
                + " < observation_period_start_date OR visit_end_date > observation_period_end_date",
    };

    @Test
    void whatTheCertificateSaysIsWhatTheLedgerLost() {
        Rho before = left();
        Path out = run(RECIPE, "out");
        Certificate certificate = new Release(out).certificate();
        Certificate.Synthesis synthesis = certificate.synthesis();
        assertThat(synthesis.unit()).isEqualTo("person");
        assertThat(synthesis.epsilon()).isEqualTo("2");
        assertThat(before.minus(left()).toDecimal()).isEqualByComparingTo(synthesis.rho());
        assertThat(certificate.standard()).isEqualTo("omop-5.4");
        assertThat(certificate.limits())
                .anySatisfy(limit -> assertThat(limit.en()).contains("norm √8"));
        assertThat(Sources.read(out.resolve(Release.PAGE))).contains("zCDP accountant 1", "√8");
    }

    @Test
    void visitsAloneDoAndNamesIgnoreCase() {
        String domain = Sources.read(folder.resolve("person.json"));
        Sources.write(
                folder.resolve("person.json"),
                domain.replace("gender_concept_id", "Gender_Concept_ID").replace("race_source", "RACE_source"));
        String visits = RECIPE.replaceAll("(?m)^  (condition|drug|meas).*\n", "")
                .replace("visit_occurrence", "Visit_Occurrence")
                .replace("adaptive", "mst");
        Path out = run(visits, "out");
        assertThat(new Release(out).dictionary().tables()).hasSize(3);
        assertThat(Sources.read(out.resolve("data/person.csv")))
                .startsWith("person_id,gender_concept_id,year_of_birth,race_concept_id,ethnicity_concept_id,"
                        + "race_source_value\n");
    }

    @Test
    void inventsAsManyPersonsAsTheRecipeWants() {
        Path out = run(RECIPE + "persons: 1234\n", "out");
        assertThat(new Release(out).dictionary().tables().get(0).rows()).isEqualTo(1234);
    }

    @Test
    void aRunThatFailsAfterPayingStaysPaidAndAnExhaustedAccountIsRefused() {
        Rho before = left();
        Progress interrupting = piece -> {
            if (piece.step() == Progress.Step.SOLVING) {
                throw new IllegalStateException("killed");
            }
        };
        assertThatThrownBy(() -> new Provisioning(Sources.CLOCK).run(request(RECIPE, "out"), interrupting))
                .hasMessage("killed");
        assertThat(before.minus(left()).toDecimal())
                .isEqualByComparingTo(Rho.forEpsilonDelta(new BigDecimal("2"), new BigDecimal("1e-9"))
                        .toDecimal());
        assertThat(folder.resolve("out")).doesNotExist();
        String dear = RECIPE.replace("epsilon: 2", "epsilon: 39.9");
        assertThatThrownBy(() -> run(dear, "out")).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void tinySourcesAreReleasedToo(int persons) {
        hospital(persons);
        Path out = run(RECIPE, "out");
        assertThat(ReleaseVerifier.verify(out, null)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "standard: omop-5.4|standard: fhir-r4|recipe.yaml:3 standard: is not synthesised",
                "standard: omop-5.4|personKey: id|recipe.yaml:4 period: belongs to histories",
                "period: {from: 2015-01-01, to: 2020-12-31}|personKey: person_id|has no period",
                "to: 2020-12-31|to: 2014-12-31|recipe.yaml:4 period.to: is not after from",
                "to: 2020-12-31|to: 2014-02-31|recipe.yaml:4 period.to: is no date",
                "unit: person|unit: row|does not fit histories",
                "assessment: none|assessment: required\\nattack: {secret: name}|attack.secret names nothing",
                "measurement:|note:|recipe.yaml:10 tables.note: is not synthesised",
                "visit_occurrence: {codes: [9201, 9202]}|note: {}|is not synthesised",
                "  visit_occurrence: {codes: [9201, 9202]}||has no visit_occurrence",
                "{codes: [9201, 9202]}|{domain: person.json}|tables.visit_occurrence.domain: does not fit",
                "codes: [21, 22]|codes: none.csv|recipe.yaml:9 tables.drug_exposure.codes: is no file",
                "{codes: [21, 22]}|{}|recipe.yaml:9 tables.drug_exposure: has no codes",
                "codes: [21, 22]|codes: [21, x]|recipe.yaml:9",
                "codes: tests.csv|codes: person.json|person.json",
                "assessment: none|constraints: [never: {gender_concept_id: 8507, condition_concept_id: 99}]"
                        + "|recipe.yaml:13 constraints.0.never.condition_concept_id: names concept 99",
                "assessment: none|constraints: [never: {gender_concept_id: 1, condition_concept_id: 11}]"
                        + "|recipe.yaml:13 constraints.0.never.gender_concept_id: '1' is not a declared value",
                "assessment: none|constraints: [never: {year_of_birth: {max: 1941}, condition_concept_id: 11}]"
                        + "|lies inside the interval",
                "assessment: none|constraints: [never: {gender_concept_id: 8507, year_of_birth: {max: 1939}}]"
                        + "|does not name columns of the person table beside concepts",
                "assessment: none|constraints: [ascending: [year_of_birth, gender_concept_id]]|histories keep their dates",
                "assessment: none|constraints: [follows: {later: {drug_concept_id: 21}, earlier: {drug_concept_id: 22}}]"
                        + "|is about one table alone",
                "assessment: none|constraints: [{follows: {later: {drug_concept_id: 21}, earlier: {condition_concept_id: 11}}},"
                        + " {follows: {later: {condition_concept_id: 12}, earlier: {drug_concept_id: 22}}}]|in a circle",
                // rules that together leave nobody of declared values who may have a concept
                "assessment: none|constraints: [never: {gender_concept_id: [8507, 8532], condition_concept_id: [11, 12]}]"
                        + "|recipe.yaml:13 constraints.0.never: leaves nobody who may have concept 1",
                "assessment: none|constraints: [never: {year_of_birth: {max: 1939}, measurement_concept_id: 31},"
                        + " never: {year_of_birth: {min: 1940}, measurement_concept_id: 31}]"
                        + "|recipe.yaml:13 constraints.1.never: leaves nobody who may have concept 31 of measurement",
                "assessment: none|constraints: [{never: {gender_concept_id: 8507, condition_concept_id: 11}},"
                        + " {never: {gender_concept_id: 8532, drug_concept_id: 21}},"
                        + " {follows: {later: {drug_concept_id: 21}, earlier: {condition_concept_id: 11}}}]"
                        + "|recipe.yaml:13 constraints.2.follows: leaves nobody who may have concept 21 of drug_exposure",
            })
    void badRecipesAreSaidBeforeAnythingIsSpent(String part, String replacement, String message) {
        Rho before = left();
        assertThatThrownBy(() ->
                        run(RECIPE.replace(part, replacement == null ? "" : replacement.replace("\\n", "\n")), "out"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
        assertThat(left()).isEqualTo(before);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "concept_id,min,max\\n31,5,5|tests.csv:2 min: is not below max",
                "concept_id,min,max\\n31,5,|tests.csv:2 min",
                "concept_id\\n31\\n31|lists concept 31 twice",
                "concept_id\\nx|tests.csv:2 concept_id: is no concept",
                "concept_id\\n0|tests.csv:2 concept_id: is no concept",
                "concept_id,colour\\n31,red|tests.csv:1 colour: is no column of a code list",
                "concept_name\\nx|has no column concept_id",
                "concept_id|needs 1 to 30000 concepts",
            })
    void badCodeListsAreSaidBeforeAnythingIsSpent(String list, String message) {
        Sources.write(folder.resolve("tests.csv"), list.replace("\\n", "\n") + "\n");
        Rho before = left();
        assertThatThrownBy(() -> run(RECIPE, "out"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
        assertThat(left()).isEqualTo(before);
    }

    @Test
    void whoAskedToBeLeftOutIsMeasuredNowhere() {
        Set<String> men =
                IntStream.rangeClosed(1, 200).mapToObj(i -> "" + 2 * i).collect(Collectors.toSet());
        Exclusions list = new Exclusions(
                new ExcludedPersons(men, List.of("person_id"), Set.of()), LocalDate.of(2026, 11, 1), 2, "head");
        new Provisioning(Sources.CLOCK)
                .run(request(RECIPE.replace("epsilon: 2", "epsilon: 30"), "out").without(list), Progress.SILENT);
        // half of 400 in the source, and only they took drug 21
        assertThat(share("person", ",8507,")).isLessThan(0.1);
        assertThat(share("drug_exposure", ",21,")).isLessThan(0.2);
        assertThat(new Release(folder.resolve("out")).certificate().exclusionsAsOf())
                .isEqualTo(list.asOf());
    }

    private double share(String table, String holding) {
        List<String> rows = Sources.read(folder.resolve("out/data/" + table + ".csv"))
                .lines()
                .skip(1)
                .toList();
        return rows.stream().filter(row -> row.contains(holding)).count() / (double) rows.size();
    }

    @Test
    void theRecipesHashCoversTheCodeLists() {
        String before = Recipe.parse(RECIPE, "recipe.yaml", folder).hash().hex();
        Sources.write(folder.resolve("conditions.csv"), "concept_id\n11\n");
        assertThat(Recipe.parse(RECIPE, "recipe.yaml", folder).hash().hex()).isNotEqualTo(before);
    }

    private ProvisioningRequest request(String recipe, String out) {
        return ProvisioningRequest.of(
                        folder.resolve("source"), Recipe.parse(recipe, "recipe.yaml", folder), folder.resolve(out))
                .spendingFrom(ledger);
    }

    private Path run(String recipe, String out) {
        new Provisioning(Sources.CLOCK).run(request(recipe, out), Progress.SILENT);
        return folder.resolve(out);
    }

    private Rho left() {
        return Ledger.open(ledger, Sources.CLOCK).account("d-1", "all").remaining();
    }
}
