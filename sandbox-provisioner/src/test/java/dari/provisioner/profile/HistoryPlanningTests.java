package dari.provisioner.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Progress;
import dari.provisioner.Sources;
import dari.provisioner.pipeline.Outcome;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Release;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryPlanningTests {

    @TempDir
    private Path folder;

    /** As it is proposed the recipe is read, paid and attacked; whether it is let go is the attacks' matter. */
    @Test
    void whatIsProposedOfAnOmopSourceIsProvisionedAsItIs() {
        Sources.omop(folder.resolve("source"), 1500, 1);
        SynthesisPlanning.Proposed proposed = propose(folder.resolve("source"));
        assertThat(proposed.recipe())
                .contains(
                        "standard: omop-5.",
                        "period: {from: 2015-01-01, to: 201",
                        "person: {domain: \"histories-domain.json\"}",
                        "visit_occurrence: {codes: [920",
                        "condition_occurrence: {codes: [1",
                        "measurement: {codes: [31]}",
                        "unit: person",
                        "assessment: {holdout: 0.50}")
                .doesNotContain("others: drop");
        assertThat(proposed.domain()).contains("8507", "year_of_birth", "1900").doesNotContain("source_value");
        Sources.write(folder.resolve("histories-domain.json"), proposed.domain());
        Outcome outcome = run(proposed.recipe(), "asItIs");
        assertThat(outcome.assessment().attacks()).hasSizeGreaterThanOrEqualTo(5);

        Outcome released = run(proposed.recipe().replace("{holdout: 0.50}", "none"), "unassessed");
        assertThat(released).isInstanceOf(Outcome.Released.class);
        assertThat(new Release(folder.resolve("unassessed")).dictionary().tables())
                .extracting(Dictionary.Table::name)
                .contains("person", "visit_occurrence", "condition_occurrence", "drug_exposure", "measurement");
    }

    @Test
    void theDemonstrationSourceIsPlannedAsHistoriesToo() {
        SynthesisPlanning.Proposed proposed = propose(DemoProfiles.of("omop"));
        Sources.write(folder.resolve("histories-domain.json"), proposed.domain());
        Recipe recipe = Recipe.parse(proposed.recipe(), "recipe.yaml", folder);
        assertThat(recipe.synthesis()).isNotNull();
        assertThat(recipe.synthesis().history()).isNotNull();
        assertThat(recipe.synthesis().history().codes()).containsOnlyKeys("visit_occurrence", "condition_occurrence");
    }

    @Test
    void withoutKindsOfVisitOnlyThePersonsAreProposed() throws Exception {
        Sources.omop(folder.resolve("source"), 300, 1);
        Files.delete(folder.resolve("source/visit_occurrence.csv"));
        SynthesisPlanning.Proposed proposed = propose(folder.resolve("source"));
        assertThat(proposed.recipe()).contains("others: drop").doesNotContain("period:");
    }

    private static SynthesisPlanning.Proposed propose(Path source) {
        return propose(new Profiling(Sources.CLOCK).profile(source, "512m", Progress.SILENT));
    }

    private static SynthesisPlanning.Proposed propose(Profile profile) {
        return SynthesisPlanning.propose(profile, "histories-domain.json");
    }

    private Outcome run(String recipe, String out) {
        Path ledger = folder.resolve("ledger");
        if (!Files.exists(ledger)) {
            Ledger.open(ledger, Sources.CLOCK)
                    .openAccount("omop", "all", BigDecimal.TEN, new BigDecimal("1e-9"), "test", "steward");
        }
        return new Provisioning(Sources.CLOCK)
                .run(
                        ProvisioningRequest.of(
                                        folder.resolve("source"),
                                        Recipe.parse(recipe, "recipe.yaml", folder),
                                        folder.resolve(out))
                                .spendingFrom(ledger),
                        Progress.SILENT);
    }
}
