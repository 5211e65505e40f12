package dari.provisioner.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names and messages of the pull protocol, as docs/agent-protocol.md describes them. Both sides use these. */
public final class Protocol {

    public static final String VERSION = "1";
    public static final String VERSION_HEADER = "Dari-Agent-Protocol";
    public static final String AGENT_HEADER = "Dari-Agent-Id";
    public static final String TIME_HEADER = "Dari-Timestamp";
    public static final String NONCE_HEADER = "Dari-Nonce";
    public static final String SIGNATURE_HEADER = "Dari-Signature";

    private Protocol() {}

    /** @param publicKey the agent's Ed25519 key, X.509, Base64 */
    public record Enrolment(String code, String publicKey) {}

    public record Enrolled(String agentId) {}

    /** @param sources names of the sources that the hospital's file allows */
    public record Heartbeat(List<String> sources) {}

    /**
     * A request of the marketplace. The hospital's policy and approvals decide whether it is carried out.
     *
     * @param recipe the recipe's text
     * @param recipeHash the hash that the hospital approves
     */
    public record Job(String jobId, String source, String recipe, String recipeHash) {}

    /** What became of a job. */
    public enum State {
        WAITING_FOR_STEWARD,
        RUNNING,
        HELD,
        FAILED,
        REFUSED
    }

    /**
     * @param code why, for states that end a job: {@code policy}, {@code input}, {@code surroundings}, {@code gate}
     * @param message one line without data
     */
    public record StateReport(
            State state, @Nullable String code, @Nullable String message) {}
}
