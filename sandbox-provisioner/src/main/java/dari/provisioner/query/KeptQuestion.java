package dari.provisioner.query;

import dari.provisioner.Refused;
import dari.provisioner.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question over a release that stayed at the hospital.
 *
 * @param question version of this shape, 1
 * @param release id of the job by which the release was made and kept
 * @param manifest SHA-256 of what the hospital signed of it ({@link dari.provisioner.release.Manifest#canonicalBytes()}): no
 *     other release is meant
 * @param sql one SELECT
 */
public record KeptQuestion(int question, String release, String manifest, String sql) {

    public static final int VERSION = 1;

    private static final int MOST_TEXT = 200_000;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    public KeptQuestion(UUID release, String manifest, String sql) {
        this(VERSION, release.toString(), manifest, sql);
    }

    /** @throws Refused when it is not in the shape */
    public static KeptQuestion read(String json) {
        if (json.length() > MOST_TEXT) {
            throw new Refused("a question of more than " + MOST_TEXT + " letters");
        }
        try {
            KeptQuestion read = STRICT.readValue(json, KeptQuestion.class);
            if (read.question != VERSION) {
                throw new Refused("a question of version " + read.question + ": update this agent");
            }
            read.job();
            return read;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Refused("the question does not have the shape of one");
        }
    }

    /** The job by which the release was made. */
    public UUID job() {
        return UUID.fromString(release);
    }

    public String json() {
        return STRICT.writeValueAsString(this);
    }

    /** SHA-256 of its spelling, lower-case hex. */
    public String hash() {
        return Sha256.hex(json().getBytes(StandardCharsets.UTF_8));
    }
}
