package dari.support;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.awaitility.Awaitility.await;

import dari.agents.AgentWork;
import dari.agreements.Agreements;
import dari.billing.Billing;
import dari.kernel.Role;
import dari.offers.Delivery;
import dari.offers.OfferContent;
import dari.projects.Approval;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.provisioner.Progress;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.ReleaseSeal;
import dari.sandboxes.Preparation;
import dari.sandboxes.SandboxAccess;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Leads two sides to an opened sandbox, by the services people use. Its release is a real one of the demonstration's data,
 * made in this process; that it was attacked is only said, since a real attack takes longer than a test may.
 */
public class SandboxStage {

    private static final Path DEMO = Path.of("../sandbox-provisioner/src/demo");

    private final Journey journey;
    private final People people;
    private final Projects projects;
    private final Agreements agreements;
    private final Billing billing;
    private final Sandboxes sandboxes;
    private final Preparation preparation;
    private final SandboxAccess access;
    private final AgentWork jobs;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SandboxStage(
            Journey journey,
            People people,
            Projects projects,
            Agreements agreements,
            Billing billing,
            Sandboxes sandboxes,
            Preparation preparation,
            SandboxAccess access,
            List<AgentWork> work,
            TransactionTemplate transactions,
            Clock clock) {
        this.journey = journey;
        this.people = people;
        this.projects = projects;
        this.agreements = agreements;
        this.billing = billing;
        this.sandboxes = sandboxes;
        this.preparation = preparation;
        this.access = access;
        this.jobs = work.stream()
                .filter(one -> one.accepts("data/person.csv"))
                .findFirst()
                .orElseThrow();
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param release as the hospital signed it */
    public record Opened(
            ActAs startup, ActAs office, ActAs steward, ActAs board, ProjectView project, SandboxId id, Path release) {}

    /** The demonstration's recipe, without attacks. */
    public static String recipe(boolean files) {
        try {
            return Files.readString(DEMO.resolve("recipes/omop.yaml"))
                            .replaceAll("(?m)^assessment:.*$", "assessment: none")
                    + (files ? "delivery: {files: true}\n" : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Opened opened(Delivery delivery, String recipe, Path folder) {
        return opened(anOffer("당뇨병 코호트", healthTerms(), delivery), recipe, folder);
    }

    public Opened opened(OfferContent offer, String recipe, Path folder) {
        ActAs startup = people.aStartup();
        ActAs office = people.aHospital();
        return opened(startup, office, journey.project(startup, office, offer), recipe, folder);
    }

    /** The same for a project, or a part of one, that there is already. */
    public Opened opened(ActAs startup, ActAs office, ProjectView project, String recipe, Path folder) {
        return opened(
                startup,
                office,
                people.colleagueOf(office, Role.HOSPITAL_STEWARD),
                people.colleagueOf(office, Role.HOSPITAL_BOARD),
                project,
                recipe,
                folder);
    }

    private Opened opened(
            ActAs startup, ActAs office, ActAs steward, ActAs board, ProjectView project, String recipe, Path folder) {
        SandboxId id = await().until(() -> sandboxes.of(project.id()), Optional::isPresent)
                .orElseThrow()
                .id();
        steward.run(() -> preparation.setRecipe(id, recipe));
        makeClear(project, startup, office);
        Path release = folder.resolve("release");
        deliver(id, recipe, release);
        SandboxView prepared = steward.get(() -> sandboxes.show(id));
        List<ActAs> lookers = List.of(
                board,
                people.colleagueOf(office, Role.HOSPITAL_PRIVACY),
                people.colleagueOf(office, Role.HOSPITAL_BOARD));
        lookers.subList(0, prepared.tier().reviewers())
                .forEach(looker -> looker.run(() -> preparation.review(id, true, "보았습니다")));
        startup.run(() -> access.open(id));
        return new Opened(startup, office, steward, board, project, id, release);
    }

    private void makeClear(ProjectView project, ActAs startup, ActAs office) {
        await().until(() -> startup.get(() -> agreements.of(project.id())).isPresent()
                && startup.get(() -> billing.of(project.id())).isPresent());
        office.run(
                () -> projects.recordApproval(project.id(), Approval.APPROVED, "IRB-2026-1", LocalDate.of(2099, 1, 1)));
        for (ActAs signer : List.of(startup, office)) {
            signer.run(() -> agreements.sign(
                    project.id(),
                    "이름",
                    agreements.of(project.id()).orElseThrow().hash()));
        }
        people.anAdministrator().run(() -> billing.confirmTransfer(project.id(), 1_500_000, "T-1"));
    }

    private void deliver(SandboxId id, String recipe, Path release) {
        try {
            KeyPair hospital = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            if (!Files.exists(release)) {
                new Provisioning(clock)
                        .run(
                                ProvisioningRequest.of(
                                        DEMO.resolve("sources/omop"),
                                        Recipe.parse(recipe, "recipe", Path.of(".")),
                                        release),
                                Progress.SILENT);
                Path assessment = release.resolve("assessment.json");
                Files.writeString(
                        assessment, Files.readString(assessment).replaceFirst("\"NOT_ASSESSED\"", "\"PASSED\""));
            }
            ReleaseSeal.seal(release, hospital.getPrivate());
            transactions.executeWithoutResult(now -> {
                jobs.issued(id.value(), UUID.randomUUID());
                files(release).forEach(file -> receive(id, release, file));
                jobs.complete(id.value(), hospital.getPublic());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> files(Path release) {
        try (Stream<Path> all = Files.walk(release)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> release.relativize(file).toString().replace('\\', '/'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void receive(SandboxId id, Path release, String file) {
        try (InputStream content = Files.newInputStream(release.resolve(file))) {
            jobs.receive(id.value(), file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
