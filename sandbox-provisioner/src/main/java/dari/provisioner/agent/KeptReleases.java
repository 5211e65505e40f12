package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import dari.provisioner.Sha256;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.json.Json;
import dari.provisioner.query.KeptAnswer;
import dari.provisioner.query.KeptQuestion;
import dari.provisioner.query.QueryLimits;
import dari.provisioner.query.QuerySession;
import dari.provisioner.release.Release;
import dari.provisioner.release.ReleaseVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions over releases that stayed here, by the process and the limits that the marketplace has for what it hosts
 * itself. One process at a time: it holds a copy of one release, which goes with it.
 */
final class KeptReleases implements AutoCloseable {

    /** So long after its last question a process goes. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final HospitalPolicy policy;
    private final PrivateKey key;
    private final Path state;
    private final Clock clock;
    private @Nullable Open open;

    KeptReleases(HospitalPolicy policy, PrivateKey key, Path state, Clock clock) {
        this.policy = policy;
        this.key = key;
        this.state = state;
        this.clock = clock;
    }

    private record Open(KeptRelease release, QuerySession session, Instant usedAt) {}

    private record KeptRelease(UUID job, String manifest) {}

    /** Where the release lies that a job made to be kept; apart from those that are handed over. */
    static Path folder(Path state, UUID job) {
        return state.resolve("jobs").resolve(job.toString()).resolve("kept");
    }

    /**
     * Writes the signed answer into a folder that {@link #forgetAnswers} removes.
     *
     * @param onStart called when everything but the question itself was looked at
     * @return the folder
     * @throws NotAnswered when the source is not named any more, or the release is not here as it was signed
     */
    Path answer(Job job, Runnable onStart) throws NotAnswered, IOException {
        String text = Objects.requireNonNullElse(job.recipe(), "");
        if (!Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).equals(job.recipeHash())) {
            throw new NotAnswered("policy.hash");
        }
        if (policy.objection(job.source()).isPresent()) {
            throw new NotAnswered("policy.source");
        }
        KeptQuestion question = KeptQuestion.read(text);
        QuerySession session = session(new KeptRelease(question.job(), question.manifest()));
        onStart.run();
        KeptAnswer answer = KeptAnswer.within(question, session.ask(question.sql()), clock.instant());
        Path folder = Files.createDirectories(answers().resolve(job.jobId()));
        OwnerOnly.make(answers());
        Json.write(folder.resolve(KeptAnswer.FILE), Signed.by(key, KeptAnswer.KIND, answer));
        return folder;
    }

    private QuerySession session(KeptRelease release) throws NotAnswered {
        Open present = open;
        if (!Files.isDirectory(folder(state, release.job()))) {
            throw new NotAnswered("release.gone");
        }
        QuerySession session;
        if (present != null && present.release().equals(release)) {
            session = present.session();
        } else {
            close();
            session = new QuerySession(
                    System.getProperty("java.class.path"), checked(release).data(), QueryLimits.DEFAULT);
        }
        open = new Open(release, session, clock.instant());
        return session;
    }

    /** Looked at before each process that copies it: not with every question, since a release may be large. */
    private Release checked(KeptRelease asked) throws NotAnswered {
        Release release = new Release(folder(state, asked.job()));
        try {
            ReleaseVerifier.verify(release.directory(), null);
            if (Sha256.hex(release.manifest().canonicalBytes()).equals(asked.manifest())) {
                return release;
            }
        } catch (Refused | BadInput e) {
            // said below: it is not what was signed
        }
        throw new NotAnswered("release.changed");
    }

    /** Answers hold rows: none stays longer than its way to the marketplace takes. */
    void forgetAnswers() throws IOException {
        for (Path path : DestructionRunner.below(answers())) {
            Files.delete(path);
        }
    }

    void closeIdle() {
        Open present = open;
        if (present != null && present.usedAt().isBefore(clock.instant().minus(IDLE))) {
            close();
        }
    }

    @Override
    public void close() {
        Open present = open;
        open = null;
        if (present != null) {
            present.session().close();
        }
    }

    private Path answers() {
        return state.resolve("answers");
    }
}
