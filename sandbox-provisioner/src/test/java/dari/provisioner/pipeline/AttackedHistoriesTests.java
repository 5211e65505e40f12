package dari.provisioner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.assess.FolderAttack;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerAccount;
import dari.provisioner.privacy.Rho;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Assessment;
import dari.provisioner.release.Assessment.Verdict;
import dari.provisioner.release.AttackReport;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Release;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invented histories are attacked with persons who were withheld from them, before they are let go. */
class AttackedHistoriesTests {

    private static final String RECIPE = """
            recipe: 1
            goal: synthesize
            standard: omop-5.4
            period: {from: 2015-01-01, to: 2020-12-31}
            tables:
              person: {domain: person.json}
              visit_occurrence: {codes: [9201, 9202]}
              condition_occurrence: {codes: [11, 12, 13, 14, 15]}
              drug_exposure: {codes: [21, 22]}
              measurement: {codes: tests.csv}
            dp: {mechanism: adaptive, epsilon: 1, delta: 1e-9, unit: person}
            budget: {dataset: d-1, population: all}
            assessment: {holdout: 0.4}
            """;

    private static final BigDecimal DELTA = new BigDecimal("1e-9");

    @TempDir
    private Path folder;

    @BeforeEach
    void aRecipeAndALedger() {
        Sources.write(
                folder.resolve("person.json"),
                "{\"gender_concept_id\": {\"values\": [8507, 8532]}, \"year_of_birth\":"
                        + " {\"min\": 1920, \"max\": 2019, \"bins\": 10}}");
        Sources.write(folder.resolve("tests.csv"), "concept_id,min,max,unit_concept_id\n31,0,200,8840\n");
        ledger().openAccount("d-1", "all", new BigDecimal(10), DELTA, "test", "steward");
    }

    /**
     * Noise and targets are drawn afresh each time, and an attack that gains nothing is taken for one that gains 0.05 about three
     * times in a thousand runs: so the release may be held once, and twice in a row once in 100,000 runs of this test.
     */
    @Test
    void aReleaseThatTellsNobodyIsLetGo() {
        Sources.omop(folder.resolve("source"), 20_000, 1);
        String out = "out";
        Outcome outcome = run(RECIPE, out);
        if (outcome instanceof Outcome.Held) {
            out = "again";
            outcome = run(RECIPE, out);
        }
        Assessment assessment = outcome.assessment();
        assertThat(assessment.gate()).as(assessment.reasons().toString()).isEqualTo(Assessment.Gate.PASSED);
        assertThat(assessment.holdout()).isEqualTo(0.4);
        assertThat(assessment.attacks())
                .extracting(Assessment.AttackResult::attack)
                .contains(
                        "singling-out-multivariate",
                        "linkability",
                        "nearest-row",
                        "attribute-inference",
                        "membership-by-marginals");
        assertThat(assessment.attacks()).allSatisfy(attack -> {
            assertThat(attack.rawTable()).isNotNull();
            assertThat(attack.rawTable().lower()).isGreaterThan(0.1);
            assertThat(attack.freshRows()).isNotNull();
            assertThat(attack.freshRows().upper()).isLessThan(0.05);
            assertThat(attack.release().upper() - attack.release().lower()).isLessThan(0.06);
        });
        Release release = new Release(folder.resolve(out));
        Certificate certificate = release.certificate();
        assertThat(certificate.limits())
                .anySatisfy(limit -> assertThat(limit.en()).contains("a patient was one row"))
                .noneSatisfy(limit -> assertThat(limit.en()).contains("No attack was run"));
        // 12,000 may be used: two fifths take no part in what is measured
        assertThat(release.dictionary().tables().get(0).rows()).isBetween(11_500L, 12_500L);
    }

    /** Fewer withheld persons than an attack needs to say anything: held, and what was spent stays spent. */
    @Test
    void tooFewPersonsHoldTheRelease() {
        Sources.omop(folder.resolve("source"), 150, 1);
        Outcome outcome = run(RECIPE, "out");
        assertThat(outcome).isInstanceOf(Outcome.Held.class);
        assertThat(outcome.assessment().reasons())
                .anySatisfy(reason -> assertThat(reason.en()).contains("too few persons"));
        assertThat(folder.resolve("out/data")).doesNotExist();
        assertThat(account().state().spent()).isEqualTo(Rho.forEpsilonDelta(BigDecimal.ONE, DELTA));
    }

    @Test
    void whatCannotBeGuessedIsSaidBeforeAnythingIsSpent() {
        Sources.omop(folder.resolve("source"), 10, 1);
        assertThatThrownBy(() -> run(RECIPE + "attack: {secret: note_text}\n", "out"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("attack.secret names nothing")
                .hasMessageContaining("condition_concept_id");
        assertThat(account().state().spends()).isZero();
    }

    /** The command {@code attack}: the original published as it is, and other persons, both as folders of tables. */
    @Test
    void foldersOfOmopTablesAreAttackedToo() {
        Sources.omop(folder.resolve("original"), 6000, 1);
        Sources.omop(folder.resolve("control"), 4000, 2);
        Sources.omop(folder.resolve("strangers"), 6000, 3);
        AttackReport copied = attack("original", "original", "control");
        assertThat(copied.attacks()).hasSizeGreaterThanOrEqualTo(5).allMatch(a -> a.verdict() == Verdict.FAILED);
        AttackReport strangers = attack("original", "strangers", "control");
        assertThat(strangers.attacks()).hasSizeGreaterThanOrEqualTo(5).allMatch(a -> a.verdict() == Verdict.PASSED);
        Sources.omop(folder.resolve("some"), 500, 4);
        Sources.omop(folder.resolve("others"), 500, 5);
        assertThat(attack("some", "some", "others").attacks())
                .as("repeatable")
                .isNotEmpty()
                .isEqualTo(attack("some", "some", "others").attacks());
        Sources.omop(folder.resolve("few"), 100, 6);
        assertThatThrownBy(() -> attack("some", "others", "few"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("fewer than 200 persons");
    }

    private AttackReport attack(String original, String release, String control) {
        return new FolderAttack(Sources.CLOCK)
                .run(
                        folder.resolve(original),
                        folder.resolve(release),
                        folder.resolve(control),
                        Recipe.parse(RECIPE, "recipe.yaml", folder),
                        "512m");
    }

    private Ledger ledger() {
        return Ledger.open(folder.resolve("ledger"), Sources.CLOCK);
    }

    private LedgerAccount account() {
        return ledger().account("d-1", "all");
    }

    private Outcome run(String recipe, String out) {
        return new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(
                                        folder.resolve("source"),
                                        Recipe.parse(recipe, "recipe.yaml", folder),
                                        folder.resolve(out))
                                .spendingFrom(folder.resolve("ledger")),
                        Progress.SILENT);
    }
}
