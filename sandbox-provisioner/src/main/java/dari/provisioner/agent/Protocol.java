package dari.provisioner.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.provisioner.privacy.LedgerHead;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    /** @param jobKey the marketplace's Ed25519 key, X.509, Base64: from now on only jobs signed by it count */
    public record Enrolled(String agentId, String jobKey) {}

    /**
     * @param sources names of the sources that the hospital's file allows
     * @param exclusionLists by source, the day of the list of patients who asked to be left out; null from earlier versions
     */
    public record Heartbeat(List<String> sources, @Nullable Map<String, LocalDate> exclusionLists) {}

    /** What a job asks for. */
    public enum Task {
        /** What may be shown of a source before anyone applies. */
        PROFILE,
        /** A release by a recipe. */
        PROVISION,
        /** The same for a use in place: the data files stay with the agent, everything else is handed over. */
        KEEP,
        /** How many persons meet criteria, rounded. */
        COUNT,
        /** The answer to a question over a release that stayed here. */
        QUERY,
        /** Secrets and working files of earlier jobs go: the use of what they made is over. */
        DESTROY;

        /** Whether rows of persons are read: then those who asked to be left out must be known. */
        public boolean readsSource() {
            return this != QUERY && this != DESTROY;
        }

        /** Whether it makes a release, which may cost privacy. */
        public boolean makesRelease() {
            return this == PROVISION || this == KEEP;
        }
    }

    /**
     * A request of the marketplace, handed over as a {@link Signed} document of kind {@link #KIND}. The hospital's policy
     * and approvals decide whether it is carried out.
     *
     * @param jobId runs once
     * @param agentId the only agent that may run it
     * @param recipe the recipe's text; for a count or a query the question's; for a destruction the ids of the jobs, as a JSON array;
     *     null for a profile
     * @param recipeHash the hash that the hospital approves; else that of the text; null for a profile
     * @param files public files that the recipe names (domain, code lists, hierarchies), by the names it uses; null without
     *     any, which is what agents of earlier versions read as well
     * @param ledgerHead how far the marketplace knows the hospital's ledger; null when it knows none. A ledger that does not
     *     reach there was restored from an older copy, and is not spent from
     * @param expiresAt from then on it is refused
     */
    public record Job(
            String jobId,
            String agentId,
            Task task,
            String source,
            @Nullable String recipe,
            @Nullable String recipeHash,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, String> files,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LedgerHead ledgerHead,

            Instant issuedAt,
            Instant expiresAt) {

        public static final String KIND = "dari-job-1";

        /** A job that needs no files and spends nothing. */
        public Job(
                String jobId,
                String agentId,
                Task task,
                String source,
                @Nullable String recipe,
                @Nullable String recipeHash,
                Instant issuedAt,
                Instant expiresAt) {
            this(jobId, agentId, task, source, recipe, recipeHash, null, null, issuedAt, expiresAt);
        }
    }

    /** Why an agent takes no notice of what a job's document says. */
    public enum RefusalReason {
        UNSIGNED,
        /** Changed after it was signed, or signed by somebody else. */
        ALTERED,
        /** Another agent's. */
        FOREIGN,
        EXPIRED,
        /** Run before. */
        REPLAYED,
        /** A countersigned head that the hospital's ledger does not reach or contradicts: it was restored or changed. */
        LEDGER_BEHIND
    }

    /**
     * @param jobId as the document says, which nobody may have signed; null when it says none
     * @param document SHA-256 of the refused document, lower-case hex
     */
    public record Refusal(RefusalReason reason, @Nullable String jobId, String document) {}

    /** What became of a job. */
    public enum State {
        WAITING_FOR_STEWARD,
        RUNNING,
        /** Only carried: online, {@code complete} says so. */
        DONE,
        HELD,
        FAILED,
        REFUSED
    }

    /**
     * @param code why, for states that end a job: {@code gate}, a rule of the hospital such as {@code policy.k}, {@code
     *     recipe}, or a problem of the source such as {@code source.line}
     * @param message one word or line without data: the limit of a policy, the place in a recipe or source
     */
    public record StateReport(
            State state, @Nullable String code, @Nullable String message) {}

    /**
     * What a carried result says, as a {@link Signed} document of kind {@link #KIND}.
     *
     * @param exclusionLists as in a {@link Heartbeat}
     * @param end what became of the job; null when only the sources are told or the job was refused unread
     */
    public record CarriedReport(
            String agentId,
            Instant at,
            List<String> sources,
            @Nullable Map<String, LocalDate> exclusionLists,
            @Nullable String jobId,
            @Nullable StateReport end,
            @Nullable Refusal refusal) {

        public static final String KIND = "dari-report-1";

        /** Its name in the carried file. */
        public static final String FILE = "report.json";
    }

    /** Kind and name of a signed {@link dari.provisioner.profile.Profile}. */
    public static final String PROFILE_KIND = "dari-profile-1";

    public static final String PROFILE_FILE = "profile.json";
}
