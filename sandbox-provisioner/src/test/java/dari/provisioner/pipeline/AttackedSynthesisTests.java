package dari.provisioner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerAccount;
import dari.provisioner.privacy.Rho;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Assessment;
import dari.provisioner.synthesize.CodedTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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

    /** In the source each person has five rows, of which three count: used or withheld together, and one try each. */
    @Test
    void thePersonIsTheUnitOfTheAttacksToo() {
        Sources.write(
                folder.resolve("source/people.csv"),
                Sources.read(folder.resolve("source/people.csv"))
                        .replaceAll("(?m),(\\d*)[0-4]$", ",$10")
                        .replaceAll("(?m),(\\d*)[5-9]$", ",$15"));
        Outcome outcome = run(RECIPE.replace("unit: row", "unit: person, rowsPerPerson: 3")
                .replace("{domain:", "{personKey: person, domain:"));
        assertThat(outcome.assessment().attacks())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(attack -> {
                    assertThat(attack.release().targets()).isLessThanOrEqualTo(600); // of 1,000 persons
                    assertThat(attack.release().controls()).isLessThanOrEqualTo(400);
                    assertThat(attack.rawTable()).isNotNull();
                    assertThat(attack.rawTable().lower()).isGreaterThan(0.1);
                });
    }

    @Test
    void aPersonsRowsAreUsedOrWithheldTogether() {
        int[] owners = IntStream.range(0, 90).map(row -> row / 3).toArray();
        short[] codes = new short[90];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = (short) owners[row];
        }
        CodedPersons.Parts parts = new CodedPersons(new CodedTable(new short[][] {codes}, new int[] {30}), owners)
                .withholding(12, new SecureRandom());
        assertThat(parts.used().persons()).isEqualTo(18);
        assertThat(parts.withheld().persons()).isEqualTo(12);
        for (CodedPersons part : List.of(parts.used(), parts.withheld())) {
            long[] rows = part.rows().count(0);
            assertThat(LongStream.of(rows).filter(count -> count > 0)).containsOnly(3L);
            for (int row = 0; row < part.owners().length; row++) {
                assertThat(part.owners()[row]).isEqualTo(row / 3);
                assertThat(part.rows().column(0)[row]).isEqualTo(part.rows().column(0)[row / 3 * 3]);
            }
        }
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
