package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.Sha256;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.agent.Protocol.Refusal;
import dari.provisioner.agent.Protocol.RefusalReason;
import dari.provisioner.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets a job in only when the pinned marketplace signed exactly this document, for this agent, for now, and it was not run
 * before. What was run is remembered below the state directory; only ever appended to.
 */
final class JobDoor {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Credentials credentials;
    private final PublicKey marketplace;
    private final Path ended;
    private final Clock clock;

    JobDoor(Credentials credentials, Path state, Clock clock) {
        this.credentials = credentials;
        this.marketplace = RequestSignature.publicKey(credentials.jobKey());
        this.ended = state.resolve("ended.tsv");
        this.clock = clock;
    }

    /** A job that may be looked at, or why not; exactly one of both is there. */
    record Answer(@Nullable Job job, @Nullable Refusal refusal) {}

    Answer ask(String document) {
        Signed signed;
        try {
            signed = Json.parse(document, Signed.class, "job");
        } catch (BadInput e) {
            return refused(RefusalReason.UNSIGNED, null, document);
        }
        // absent fields are null here: what arrives is not to be trusted before this line
        if (signed.content() == null
                || signed.signature() == null
                || signed.signature().isBlank()) {
            return refused(RefusalReason.UNSIGNED, null, document);
        }
        Optional<Job> read = job(signed.content());
        String claimed =
                read.map(Job::jobId).filter(id -> ID.matcher(id).matches()).orElse(null);
        if (signed.verified(marketplace, Job.KIND).isEmpty() || claimed == null) {
            return refused(RefusalReason.ALTERED, claimed, document);
        }
        Job job = read.orElseThrow();
        if (!credentials.agentId().equals(job.agentId())) {
            return refused(RefusalReason.FOREIGN, claimed, document);
        }
        if (!clock.instant().isBefore(job.expiresAt())) {
            return refused(RefusalReason.EXPIRED, claimed, document);
        }
        if (wasRun(claimed)) {
            return refused(RefusalReason.REPLAYED, claimed, document);
        }
        return new Answer(job, null);
    }

    /** The job's end reached the marketplace, or the file that will be carried there: it never runs again. */
    void close(Job job) {
        try {
            Files.createDirectories(ended.toAbsolutePath().getParent());
            Files.writeString(
                    ended,
                    job.jobId() + "\t" + clock.instant() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot write " + ended, e);
        }
    }

    private boolean wasRun(String job) {
        try {
            return Files.exists(ended)
                    && Files.readAllLines(ended).stream().anyMatch(line -> line.startsWith(job + "\t"));
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot read " + ended, e);
        }
    }

    private static Optional<Job> job(String content) {
        try {
            Job job = Json.parse(content, Job.class, "job");
            boolean whole =
                    job.jobId() != null && job.task() != null && job.source() != null && job.expiresAt() != null;
            return whole ? Optional.of(job) : Optional.empty();
        } catch (BadInput e) {
            return Optional.empty();
        }
    }

    private static Answer refused(RefusalReason reason, @Nullable String job, String document) {
        return new Answer(null, new Refusal(reason, job, Sha256.hex(document.getBytes(StandardCharsets.UTF_8))));
    }
}
