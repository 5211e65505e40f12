package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.Refused;
import dari.provisioner.SourceProblem;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.agent.Protocol.State;
import dari.provisioner.agent.Protocol.StateReport;
import dari.provisioner.agent.Protocol.Task;
import dari.provisioner.count.CountAnswer;
import dari.provisioner.count.CountQuestion;
import dari.provisioner.engine.ExcludedPersons;
import dari.provisioner.exclude.ExclusionListBehind;
import dari.provisioner.exclude.Exclusions;
import dari.provisioner.exclude.KeptLists;
import dari.provisioner.json.Json;
import dari.provisioner.pipeline.Outcome;
import dari.provisioner.pipeline.Provisioning;
import dari.provisioner.pipeline.ProvisioningRequest;
import dari.provisioner.pipeline.PseudonymKey;
import dari.provisioner.privacy.BudgetExhausted;
import dari.provisioner.profile.Profile;
import dari.provisioner.profile.ProfileLimits;
import dari.provisioner.profile.Profiling;
import dari.provisioner.query.KeptAnswer;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.RecipeBundle;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.release.Manifest;
import dari.provisioner.release.Release;
import dari.provisioner.release.ReleaseVerifier;
import dari.provisioner.release.UsefulnessPage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Carries a job out as far as the hospital's policy and its steward's approval allow. What is done is kept below the state
 * directory, so that a killed run is taken up again.
 */
final class JobRunner implements AutoCloseable {

    private static final int KEY_BYTES = 32;

    /** Stays in the job's folder: it compares with the original. */
    private static final String USEFULNESS = "usefulness.html";

    private final PrivateKey key;
    private final HospitalPolicy policy;
    private final PayingLedger paying;
    private final Approvals approvals;
    private final KeptLists lists;
    private final MadeUnderList made;
    private final KeptReleases kept;
    private final Path state;
    private final PrintStream log;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param beforeSpending called just before a job that spends privacy; what it throws keeps the job from spending
     */
    JobRunner(
            Credentials credentials,
            HospitalPolicy policy,
            Runnable beforeSpending,
            Path state,
            PrintStream log,
            Clock clock) {
        this.paying = new PayingLedger(policy.ledger(), beforeSpending, log, clock);
        this.key = RequestSignature.privateKey(credentials.privateKey());
        this.policy = policy;
        this.approvals = new Approvals(state);
        this.lists = new KeptLists(state);
        this.made = new MadeUnderList(log);
        this.kept = new KeptReleases(policy, key, state, clock);
        this.state = state;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What became of a job, and the files that go with it.
     *
     * @param folder where the files lie
     * @param files paths inside the folder, in the order in which they are handed over
     */
    record Result(StateReport report, Path folder, List<String> files) {

        boolean isEnd() {
            return report.state() != State.WAITING_FOR_STEWARD;
        }
    }

    /** @param onStart called just before long work begins */
    Result run(Job job, Runnable onStart) {
        return run(job, onStart, Progress.SILENT);
    }

    /**
     * @param progress may end the run by throwing {@link JobWithdrawn}
     * @throws JobWithdrawn then; nothing that was being made is left
     */
    Result run(Job job, Runnable onStart, Progress progress) {
        try {
            Result result = switch (job.task()) {
                case QUERY -> answer(job, onStart);
                case DESTROY -> destroy(job, folder(job), onStart);
                case PROFILE, PROVISION, KEEP, COUNT -> read(job, folder(job), onStart, progress);
            };
            log.println("job " + job.jobId() + ": " + result.report().state());
            return result;
        } catch (BadInput e) {
            log.println("job " + job.jobId() + ": " + e.getMessage());
            return without(State.FAILED, code(e), place(job, e));
        } catch (BudgetExhausted e) {
            log.println("job " + job.jobId() + ": " + e.getMessage());
            return without(
                    State.REFUSED, "budget.exhausted", e.left().toDecimal().toPlainString());
        } catch (ExclusionListBehind e) {
            log.println("job " + job.jobId() + ": " + e.getMessage());
            return without(State.REFUSED, "policy.exclusions", null);
        } catch (JobWithdrawn e) {
            throw e;
        } catch (Refused e) {
            log.println("job " + job.jobId() + ": " + e.getMessage());
            return without(State.REFUSED, "policy.limits", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new SurroundingsFailed("the state directory cannot be written", e);
        }
    }

    private Path folder(Job job) throws IOException {
        return Files.createDirectories(state.resolve("jobs").resolve(job.jobId()));
    }

    /** What was made for the job is with the marketplace, or not wanted: of an answer nothing stays. */
    void handedOver() {
        try {
            kept.forgetAnswers();
        } catch (IOException e) {
            throw new SurroundingsFailed("an answer could not be removed from the state directory", e);
        }
    }

    /** Between jobs: lets go of what no question needed for long. */
    void rest() {
        kept.closeIdle();
    }

    @Override
    public void close() {
        kept.close();
    }

    /** Work on a source, without whoever asked to be left out. */
    private Result read(Job job, Path folder, Runnable onStart, Progress progress) throws IOException {
        Exclusions exclusions = lists.obeyed(job.source()).orElse(null);
        made.require(job, folder, exclusions);
        return switch (job.task()) {
            case PROFILE -> profile(job, folder, exclusions, onStart, progress);
            case PROVISION, KEEP -> provision(job, folder, exclusions, onStart, progress);
            case COUNT -> count(job, folder, exclusions, onStart);
            case QUERY, DESTROY -> throw new IllegalStateException("reads no source");
        };
    }

    private Result profile(Job job, Path folder, @Nullable Exclusions exclusions, Runnable onStart, Progress progress)
            throws IOException {
        Path source = policy.sources().getOrDefault(job.source(), folder);
        Path file = folder.resolve(Protocol.PROFILE_FILE);
        if (!Files.exists(file)) {
            onStart.run();
            Profile profile = new Profiling(clock)
                    .profile(
                            source,
                            exclusions == null ? ExcludedPersons.NOBODY : exclusions.persons(),
                            ProvisioningRequest.DEFAULT_MEMORY,
                            progress)
                    .without(policy.rules().forbiddenColumns());
            ProfileLimits.require(profile);
            Path part = folder.resolve("profile.part");
            Json.write(part, Signed.by(key, Protocol.PROFILE_KIND, profile));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Result(new StateReport(State.DONE, null, null), folder, List.of(Protocol.PROFILE_FILE));
    }

    /** The steward's approval is the policy's list of sources: without it nothing is counted. */
    private Result count(Job job, Path folder, @Nullable Exclusions exclusions, Runnable onStart) throws IOException {
        Path file = folder.resolve(CountQuestion.ANSWER_FILE);
        if (!Files.exists(file)) {
            onStart.run();
            try {
                CountAnswer answer = new CountRunner(policy, state, clock).answer(job, exclusions);
                Path part = folder.resolve("count.part");
                Json.write(part, Signed.by(key, CountQuestion.ANSWER_KIND, answer));
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (NotAnswered e) {
                return without(State.REFUSED, e.code(), null);
            }
        }
        return new Result(new StateReport(State.DONE, null, null), folder, List.of(CountQuestion.ANSWER_FILE));
    }

    /** The steward's approval of the recipe by which it was made covers the questions of the use that it was made for. */
    private Result answer(Job job, Runnable onStart) throws IOException {
        try {
            return new Result(
                    new StateReport(State.DONE, null, null), kept.answer(job, onStart), List.of(KeptAnswer.FILE));
        } catch (NotAnswered e) {
            return without(State.REFUSED, e.code(), null);
        }
    }

    private Result destroy(Job job, Path folder, Runnable onStart) throws IOException {
        kept.close(); // its process holds a copy
        kept.forgetAnswers();
        Path file = folder.resolve(DestroyedJobs.FILE);
        if (!Files.exists(file)) {
            onStart.run();
            DestroyedJobs removed = new DestructionRunner(state, clock).remove(job, folder);
            Path part = folder.resolve("destroyed.part");
            Json.write(part, Signed.by(key, DestroyedJobs.KIND, removed));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Result(new StateReport(State.DONE, null, null), folder, List.of(DestroyedJobs.FILE));
    }

    private Result provision(Job job, Path folder, @Nullable Exclusions exclusions, Runnable onStart, Progress progress)
            throws IOException {
        Path asked = folder.resolve("recipe");
        Recipe recipe = bundle(job).writtenTo(asked);
        String hash = recipe.hash().hex();
        if (!hash.equals(job.recipeHash())) {
            return refused(new HospitalRules.Objection("policy.hash", hash));
        }
        Path source = policy.sources().getOrDefault(job.source(), folder);
        Optional<HospitalRules.Objection> objection = policy.rules().objection(recipe);
        if (objection.isPresent()) {
            return refused(objection.get());
        }
        if (!approvals.contain(hash)) {
            log.println("a recipe waits for approval, read it in " + asked.resolve(RecipeBundle.RECIPE)
                    + ", then run: agent approve " + hash);
            return without(State.WAITING_FOR_STEWARD, null, null);
        }
        boolean keeps = job.task() == Task.KEEP;
        Path out = keeps ? KeptReleases.folder(state, UUID.fromString(job.jobId())) : folder.resolve("release");
        if (!Files.exists(out.resolve(Release.ASSESSMENT))) {
            onStart.run();
            if (keeps) {
                OwnerOnly.make(folder);
            }
            ProvisioningRequest request = ProvisioningRequest.of(source, recipe, out)
                    .withKey(pseudonymKey(job))
                    .signedBy(key)
                    .without(exclusions);
            Synthesis synthesis = recipe.synthesis();
            if (synthesis != null) {
                Optional<HospitalRules.Objection> unpaid = paying.objection(synthesis, job.ledgerHead());
                if (unpaid.isPresent()) {
                    return refused(unpaid.get());
                }
                request = request.spendingFrom(Objects.requireNonNull(policy.ledger()));
            }
            Outcome outcome = new Provisioning(clock).run(request, progress);
            log.println("job " + job.jobId() + ": " + outcome.assessment().gate());
            if (outcome.usefulness() instanceof Outcome.Invented invented) {
                Path page = folder.resolve(USEFULNESS);
                UsefulnessPage.write(page, invented.compared().get());
                log.println("how useful it is, for the steward alone: " + page);
            }
        }
        if (!Files.exists(out.resolve(Release.MANIFEST))) {
            return new Result(new StateReport(State.HELD, "gate", null), out, List.of(Release.ASSESSMENT));
        }
        List<String> files = new ArrayList<>();
        new Release(out)
                .manifest().files().stream()
                        .map(Manifest.Entry::path)
                        .filter(path -> !keeps || !ReleaseVerifier.isData(path))
                        .forEach(files::add);
        files.add(Release.MANIFEST);
        return new Result(new StateReport(State.DONE, null, null), out, files);
    }

    private static RecipeBundle bundle(Job job) {
        return new RecipeBundle(
                Objects.requireNonNullElse(job.recipe(), ""),
                new TreeMap<>(Objects.requireNonNullElse(job.files(), Map.of())));
    }

    private Result refused(HospitalRules.Objection objection) {
        return without(State.REFUSED, objection.code(), objection.limit());
    }

    private Result without(State end, @Nullable String code, @Nullable String message) {
        return new Result(new StateReport(end, code, message), state, List.of());
    }

    private static String code(BadInput e) {
        SourceProblem problem = e.problem();
        return problem == null ? "recipe" : problem.code();
    }

    /** File and line as the hospital's people know them: inside the source, never where it lies on this machine. */
    private String place(Job job, BadInput e) {
        Path source = Objects.requireNonNullElse(policy.sources().get(job.source()), state);
        String base = source.toAbsolutePath().toString();
        String where = e.where();
        if (where.equals(base) || where.equals(source.toString())) {
            return job.source();
        }
        return where.substring(Math.max(where.lastIndexOf('/'), where.lastIndexOf('\\')) + 1);
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
