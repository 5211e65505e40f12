package dari.provisioner.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent removed of earlier jobs, as a {@link Signed} document of kind {@link #KIND}: its word that the pseudonyms
 * of a release can no longer be traced back with a key of this hospital's agent.
 */
public record DestroyedJobs(List<Destroyed> jobs, Instant removedAt) {

    public static final String KIND = "dari-destroyed-1";
    public static final String FILE = "destroyed.json";

    public DestroyedJobs {
        jobs = List.copyOf(jobs);
    }

    /**
     * @param key whether this agent held the job's pseudonym key
     * @param files working files of the job that were removed
     * @param kept how many of them were data of a release that stayed here; null from earlier versions
     */
    public record Destroyed(
            String jobId,
            boolean key,
            int files,
            long bytes,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer kept) {}
}
