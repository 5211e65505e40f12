package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.ProvisionerException;
import dari.provisioner.Refused;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.agent.Protocol.Heartbeat;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.agent.Protocol.State;
import dari.provisioner.agent.Protocol.StateReport;
import dari.provisioner.pipeline.Outcome;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.pipeline.PseudonymKey;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Manifest;
import dari.provisioner.release.Release;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One round after the other: says it is alive, asks for a job, and carries it out only when the hospital's policy and its
 * steward's approval allow it. What is done is kept below the state directory, so that a killed round is taken up again.
 */
final class HospitalAgent {

    private static final int KEY_BYTES = 32;

    private final MarketplaceClient marketplace;
    private final Credentials credentials;
    private final HospitalPolicy policy;
    private final Approvals approvals;
    private final Path state;
    private final PrintStream log;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    HospitalAgent(
            MarketplaceClient marketplace,
            Credentials credentials,
            HospitalPolicy policy,
            Path state,
            PrintStream log,
            Clock clock) {
        this.marketplace = marketplace;
        this.credentials = credentials;
        this.policy = policy;
        this.approvals = new Approvals(state);
        this.state = state;
        this.log = log;
        this.clock = clock;
    }

    /** A round; what goes wrong outside is said and tried again in the next. */
    void round() {
        try {
            marketplace.heartbeat(
                    new Heartbeat(policy.sources().keySet().stream().sorted().toList()));
            marketplace.nextJob().ifPresent(this::work);
        } catch (SurroundingsFailed e) {
            log.println("will try again: " + e.getMessage());
        } catch (ProvisionerException e) {
            log.println(e.getMessage());
        }
    }

    private void work(Job job) {
        if (!job.jobId().matches("[0-9a-f-]{36}")) {
            throw new Refused("the marketplace sent a job without a proper id");
        }
        try {
            Path folder = Files.createDirectories(state.resolve("jobs").resolve(job.jobId()));
            Path recipeFile = Files.writeString(folder.resolve("recipe.yaml"), job.recipe());
            Recipe recipe = Recipe.read(recipeFile);
            if (!recipe.hash().hex().equals(job.recipeHash())) {
                throw new Refused("the recipe is not the one that its hash names");
            }
            Optional<String> objection = policy.objection(job.source(), recipe);
            if (objection.isPresent()) {
                end(job, State.REFUSED, "policy", objection.get());
            } else if (!approvals.contain(recipe.hash().hex())) {
                log.println("a recipe waits for approval, read it in " + recipeFile + ", then run: agent approve "
                        + recipe.hash().hex());
                marketplace.report(job.jobId(), new StateReport(State.WAITING_FOR_STEWARD, null, null));
            } else {
                provision(job, recipe, folder);
            }
        } catch (BadInput e) {
            log.println(e.getMessage());
            end(job, State.FAILED, "input", "the recipe or the source does not fit; the agent's log says where");
        } catch (Refused e) {
            end(job, State.REFUSED, "policy", e.getMessage());
        } catch (IOException e) {
            throw new SurroundingsFailed("the state directory cannot be written", e);
        }
    }

    private void provision(Job job, Recipe recipe, Path folder) throws IOException {
        Path out = folder.resolve("release");
        if (!Files.exists(out.resolve(Release.ASSESSMENT))) {
            marketplace.report(job.jobId(), new StateReport(State.RUNNING, null, null));
            ProvisioningRequest request = ProvisioningRequest.of(
                            policy.sources().getOrDefault(job.source(), folder), recipe, out)
                    .withKey(pseudonymKey(job))
                    .signedBy(RequestSignature.privateKey(credentials.privateKey()));
            Outcome outcome = new Provisioning(clock).run(request, Progress.SILENT);
            log.println("job " + job.jobId() + ": " + outcome.assessment().gate());
        }
        send(job, out);
    }

    private void send(Job job, Path out) throws IOException {
        Release release = new Release(out);
        if (!Files.exists(out.resolve(Release.MANIFEST))) {
            marketplace.upload(job.jobId(), Release.ASSESSMENT, out.resolve(Release.ASSESSMENT));
            end(job, State.HELD, "gate", "a privacy test was not passed");
            return;
        }
        for (Manifest.Entry entry : new ArrayList<>(release.manifest().files())) {
            marketplace.upload(job.jobId(), entry.path(), out.resolve(entry.path()));
        }
        marketplace.upload(job.jobId(), Release.MANIFEST, out.resolve(Release.MANIFEST));
        marketplace.complete(job.jobId());
        log.println("job " + job.jobId() + ": the release was handed over");
    }

    private void end(Job job, State end, String code, @Nullable String message) {
        log.println("job " + job.jobId() + ": " + end + ", " + message);
        marketplace.report(job.jobId(), new StateReport(end, code, message));
    }

    /** The secret of one job's pseudonyms, kept apart from releases and for this agent's owner only. */
    private PseudonymKey pseudonymKey(Job job) throws IOException {
        Path file = Files.createDirectories(state.resolve("keys")).resolve(job.jobId() + ".hex");
        if (!Files.exists(file)) {
            byte[] secret = new byte[KEY_BYTES];
            random.nextBytes(secret);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(secret));
        }
        return PseudonymKey.read(file);
    }
}
