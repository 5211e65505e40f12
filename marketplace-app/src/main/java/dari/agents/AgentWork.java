package dari.agents;

import dari.kernel.OrganizationId;
import dari.provisioner.agent.Protocol.StateReport;
import dari.provisioner.agent.Protocol.Task;
import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A feature that has something done at the hospital. Every method runs in the gateway's transaction. */
public interface AgentWork {

    Task task();

    /** Whether its jobs may be of this task: of one alone, unless what is ordered says which. */
    default boolean does(Task asked) {
        return asked == task();
    }

    /** What an agent is to do for this order. */
    default Task taskFor(UUID subject) {
        return task();
    }

    /** How long a job may be carried out: enough for a steward's approval, and for carrying it there and back. */
    default Duration life() {
        return Duration.ofDays(14);
    }

    /**
     * What an agent of this hospital with these sources may work on at this moment, the oldest first; also what one of
     * them works on already.
     */
    List<Order> waiting(OrganizationId hospital, List<String> sources);

    /** Ids of an agent's earlier jobs whose leftovers an order is about: it goes to that agent; empty for any. */
    default List<UUID> leftoversOf(UUID subject) {
        return List.of();
    }

    /** An agent was handed the signed job. */
    default void issued(UUID subject, UUID agent) {}

    /** The job waits, runs, or ended without a result. */
    void reported(UUID subject, StateReport report);

    /** Whether a result may have a file of this name. */
    boolean accepts(String path);

    /** Whether a file that a result may have comes here; false for what stays at the hospital. */
    default boolean comesHere(UUID subject, String path) {
        return true;
    }

    /** Whether a result is still waited for; it stays so until the transaction ends. */
    default boolean wants(UUID subject) {
        return true;
    }

    /** A whole file of the result; sent again, it replaces the first. */
    void receive(UUID subject, String path, InputStream content) throws IOException;

    /**
     * Removes files of results that were never completed.
     *
     * @param arriving subjects of which parts still come
     * @param before of what did not change since then
     */
    default void forgetUnfinished(Set<UUID> arriving, Instant before) {}

    /**
     * Everything was sent.
     *
     * @throws dari.provisioner.Refused when it is not what the hospital's key signed; nothing becomes visible
     */
    void complete(UUID subject, PublicKey hospital);

    /**
     * @param subject what the job is for: a sandbox, a profile
     * @param recipe null for a profile
     * @param files public files that the recipe names; asked for only when a job is signed
     */
    record Order(
            UUID subject,
            String source,
            @Nullable String recipe,
            @Nullable String recipeHash,
            Supplier<Map<String, String>> files) {

        /** Of something that names no files. */
        public Order(UUID subject, String source, @Nullable String recipe, @Nullable String recipeHash) {
            this(subject, source, recipe, recipeHash, Map::of);
        }
    }
}
