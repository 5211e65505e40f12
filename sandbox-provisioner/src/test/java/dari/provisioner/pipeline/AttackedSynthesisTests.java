package dari.provisioner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerAccount;
import dari.provisioner.privacy.Rho;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Assessment;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invented rows are attacked with rows that were withheld from them, before they are let go. */
class AttackedSynthesisTests {

    private static final String RECIPE = """
            recipe: 1
            goal: synthesize
            tables: {people: {domain: domain.json}}
            dp: {mechanism: mst, epsilon: 1, delta: 1e-9, unit: row}
            budget: {dataset: d-1, population: all}
            assessment: {holdout: 0.4}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void aSourceAndALedger() {
        Sources.write(folder.resolve("domain.json"), "{\"a\": 30, \"b\": 30, \"c\": 30, \"d\": 30}");
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder csv = new StringBuilder("a,b,c,d,person\n");
        for (int row = 0; row < 5000; row++) {
            int a = random.nextInt(30);
            csv.append(a)
                    .append(',')
                    .append((a + random.nextInt(9)) % 30)
                    .append(',')
                    .append(random.nextInt(30));
            csv.append(',').append(random.nextInt(30)).append(',').append(row).append('\n');
        }
        Sources.write(folder.resolve("source/people.csv"), csv.toString());
        ledger().openAccount("d-1", "all", new BigDecimal(2), new BigDecimal("1e-9"), "test", "steward");
    }

    /** The noise is drawn afresh each time, so the verdict may go either way once in a while: it has to fit the attacks. */
    @Test
    void theGateFollowsFromTheAttacks() {
        Outcome outcome = run(RECIPE);
        Assessment assessment = outcome.assessment();
        assertThat(assessment.holdout()).isEqualTo(0.4);
        assertThat(assessment.attacks()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(attack -> {
            assertThat(attack.release().controls()).isLessThanOrEqualTo(2000);
            assertThat(attack.rawTable()).isNotNull();
        });
        boolean all = assessment.attacks().stream().allMatch(a -> a.verdict() == Assessment.Verdict.PASSED);
        assertThat(assessment.gate()).isEqualTo(all ? Assessment.Gate.PASSED : Assessment.Gate.HELD);
        assertThat(folder.resolve("out/data").toFile().exists()).isEqualTo(all);
        assertThat(account().state().spent()).isEqualTo(Rho.forEpsilonDelta(BigDecimal.ONE, new BigDecimal("1e-9")));
    }

    @Test
    void severalRowsOfAPersonAreRefusedBeforeAnythingIsSpent() {
        String persons = RECIPE.replace("unit: row", "unit: person, rowsPerPerson: 3")
                .replace("{domain:", "{personKey: person, domain:");
        assertThatThrownBy(() -> run(persons)).isInstanceOf(BadInput.class).hasMessageContaining("several rows");
        assertThat(account().state().spends()).isZero();
    }

    private Ledger ledger() {
        return Ledger.open(folder.resolve("ledger"), Sources.CLOCK);
    }

    private LedgerAccount account() {
        return ledger().account("d-1", "all");
    }

    private Outcome run(String recipe) {
        String dropping = recipe.replace("domain.json}", "domain.json, others: drop}");
        return new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(
                                        folder.resolve("source"),
                                        Recipe.parse(dropping, "recipe.yaml", folder),
                                        folder.resolve("out"))
                                .spendingFrom(folder.resolve("ledger")),
                        Progress.SILENT);
    }
}
