package dari.support;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.awaitility.Awaitility.await;

import dari.agreements.Agreements;
import dari.billing.Billing;
import dari.kernel.IdBytes;
import dari.kernel.Role;
import dari.matching.permission.UseTerms;
import dari.projects.Approval;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.provisioner.Words;
import dari.provisioner.json.Json;
import dari.provisioner.release.Assessment;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Distribution;
import dari.provisioner.release.Release;
import dari.provisioner.release.ReleaseSeal;
import dari.sandboxes.Preparation;
import dari.sandboxes.SandboxId;
import dari.sandboxes.Sandboxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A project whose conditions all hold, with a small release where an agent would have left one. Only what the agent does is
 * not done here: that is tested with a real one in {@code SandboxIntegrationTests}.
 */
@TestComponent
public class OpenSandbox {

    private final Journey journey;
    private final People people;
    private final Projects projects;
    private final Agreements agreements;
    private final Billing billing;
    private final Preparation preparation;
    private final Sandboxes sandboxes;
    private final JdbcClient database;
    private final Clock clock;
    private final Path releases;

    OpenSandbox(
            Journey journey,
            People people,
            Projects projects,
            Agreements agreements,
            Billing billing,
            Preparation preparation,
            Sandboxes sandboxes,
            JdbcClient database,
            Clock clock,
            @Value("${dari.home}") Path home) {
        this.journey = journey;
        this.people = people;
        this.projects = projects;
        this.agreements = agreements;
        this.billing = billing;
        this.preparation = preparation;
        this.sandboxes = sandboxes;
        this.database = database;
        this.clock = clock;
        this.releases = home.toAbsolutePath().normalize().resolve("releases/kept");
    }

    /** Its two sides and where they meet. */
    public record Made(ProjectView project, SandboxId sandbox) {}

    public Made of(ActAs startup, ActAs office) {
        return of(startup, office, healthTerms());
    }

    /** The office signs for the hospital, too. */
    public Made of(ActAs startup, ActAs office, UseTerms terms) {
        ProjectView project = journey.project(startup, office, anOffer("당뇨병 코호트", terms));
        SandboxId sandbox = await().until(() -> startup.get(() -> sandboxes.ofMyStartup()), found -> !found.isEmpty())
                .get(0)
                .id();
        people.colleagueOf(office, Role.HOSPITAL_STEWARD).run(() -> preparation.setRecipe(sandbox, demoRecipe()));
        await().until(() -> startup.get(() -> agreements.of(project.id())).isPresent()
                && startup.get(() -> billing.of(project.id())).isPresent());
        office.run(() -> projects.recordApproval(project.id(), Approval.APPROVED, "IRB-1", LocalDate.of(2099, 1, 1)));
        for (ActAs signer : List.of(startup, office)) {
            signer.run(() -> agreements.sign(
                    project.id(),
                    "이름",
                    agreements.of(project.id()).orElseThrow().hash()));
        }
        people.anAdministrator().run(() -> billing.confirmTransfer(project.id(), 1_500_000, "T-1"));
        Made made = new Made(projects.facts(project.id()), sandbox);
        release(made);
        return made;
    }

    /** What an agent's release and two people's looks at it lead to. */
    public void release(Made made) {
        writeRelease(releases.resolve(made.sandbox().value().toString()));
        database.sql("UPDATE sandbox SET status = 'READY', version = version + 1 WHERE id = :id")
                .param("id", IdBytes.of(made.sandbox().value()))
                .update();
    }

    private static String demoRecipe() {
        try {
            return Files.readString(Path.of("../sandbox-provisioner/src/demo/recipes/omop.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Persons and visits of a small release whose recipe asked for classes of 20. */
    private void writeRelease(Path folder) {
        try {
            Files.createDirectories(folder.resolve(Release.DATA));
            Json.write(
                    folder.resolve(Release.DICTIONARY),
                    new Dictionary(
                            1,
                            null,
                            List.of(
                                    new Dictionary.Table(
                                            "person",
                                            null,
                                            2000,
                                            List.of(
                                                    column("person_id", "identifier"),
                                                    column("year_of_birth", "quasi"),
                                                    column("gender", "quasi"))),
                                    new Dictionary.Table(
                                            "visit",
                                            null,
                                            9000,
                                            List.of(
                                                    column("person_id", "identifier"),
                                                    column("visit_date", "other"))))));
            Json.write(
                    folder.resolve(Release.CERTIFICATE),
                    new Certificate(
                            1,
                            "test",
                            clock.instant(),
                            "deidentify",
                            null,
                            "0".repeat(64),
                            "0".repeat(64),
                            new Certificate.Guarantee(20, 20, null, null, List.of(), null, 0.05, 2000, 10, 100),
                            List.of("person.year_of_birth"),
                            List.of("visit.visit_date"),
                            List.of(),
                            Assessment.Gate.PASSED,
                            List.of(),
                            null,
                            List.of(),
                            null,
                            null,
                            null,
                            List.of(),
                            null));
            Files.writeString(folder.resolve("data/person.csv"), "person_id,year_of_birth,gender\n1,1960,F\n");
            Files.writeString(folder.resolve("data/visit.csv"), "person_id,visit_date\n1,2016-01-01\n");
            ReleaseSeal.seal(folder, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Dictionary.Column column(String name, String role) {
        return new Dictionary.Column(
                name, "text", role, Words.of("test", "그대로", "as it was"), null, 0L, Distribution.NONE);
    }
}
