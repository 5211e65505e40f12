package dari.api.door;

import dari.kernel.IdBytes;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what a request under an idempotency key answered. The key, what the request changed and its answer are one
 * transaction: all are there or none, and a second request that comes at the same time waits for the first at the key.
 */
@Component
class IdempotencyStore {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final ApiProperties properties;
    private final Clock clock;

    IdempotencyStore(
            JdbcClient database,
            JsonMapper json,
            PlatformTransactionManager transactions,
            ApiProperties properties,
            Clock clock) {
        this.database = database;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.clock = clock;
    }

    /** What was asked, as SHA-256 in hex: neither the key nor the body is kept as it came. */
    record Asked(UUID token, String key, String request) {}

    /** An answer that is given again as it was. */
    record Answer(int status, Map<String, String> headers, String body) {

        Answer {
            headers = Map.copyOf(headers);
        }
    }

    /** Makes an answer; null when nothing of what was done is to stay. */
    @FunctionalInterface
    interface Work {
        @Nullable
        Answer run();
    }

    /** @throws KeyReused when the key came before with another request */
    Optional<Answer> kept(Asked asked) {
        return database.sql(
                        "SELECT * FROM api_idempotency WHERE token = :token AND key_hash = :key AND made_at >= :after")
                .param("token", IdBytes.of(asked.token()))
                .param("key", asked.key())
                .param("after", Timestamp.from(oldest()))
                .query((row, number) -> {
                    if (!row.getString("request_hash").equals(asked.request())) {
                        throw new KeyReused();
                    }
                    return new Answer(
                            row.getInt("status"),
                            json.readValue(row.getString("headers"), HEADERS),
                            row.getString("body"));
                })
                .optional();
    }

    /**
     * Does the work once and keeps its answer with it.
     *
     * @return the answer of another request that was faster; empty when the work was done here
     */
    Optional<Answer> once(Asked asked, Work work) {
        forget(asked);
        try {
            transaction.executeWithoutResult(status -> {
                claim(asked);
                Answer answer = work.run();
                if (answer == null) {
                    status.setRollbackOnly();
                } else {
                    keep(asked, answer);
                }
            });
            return Optional.empty();
        } catch (AnsweredMeanwhile e) {
            return kept(asked);
        }
    }

    /** One whose day is over; before the transaction, in which the gap it leaves would be locked. */
    private void forget(Asked asked) {
        database.sql("DELETE FROM api_idempotency WHERE token = :token AND key_hash = :key AND made_at < :before")
                .param("token", IdBytes.of(asked.token()))
                .param("key", asked.key())
                .param("before", Timestamp.from(oldest()))
                .update();
    }

    private void claim(Asked asked) {
        try {
            database.sql("INSERT INTO api_idempotency (token, key_hash, request_hash, status, headers, body, made_at)"
                            + " VALUES (:token, :key, :request, 0, '', '', :now)")
                    .param("token", IdBytes.of(asked.token()))
                    .param("key", asked.key())
                    .param("request", asked.request())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new AnsweredMeanwhile();
        }
    }

    private void keep(Asked asked, Answer answer) {
        database.sql("UPDATE api_idempotency SET status = :status, headers = :headers, body = :body"
                        + " WHERE token = :token AND key_hash = :key")
                .param("status", answer.status())
                .param("headers", json.writeValueAsString(new LinkedHashMap<>(answer.headers())))
                .param("body", answer.body())
                .param("token", IdBytes.of(asked.token()))
                .param("key", asked.key())
                .update();
    }

    /** Forgets what is over. */
    int sweep() {
        return database.sql("DELETE FROM api_idempotency WHERE made_at < :before")
                .param("before", Timestamp.from(oldest()))
                .update();
    }

    private Instant oldest() {
        return clock.instant().minus(properties.keepAnswers());
    }

    static final class KeyReused extends RuntimeException {}

    private static final class AnsweredMeanwhile extends RuntimeException {}
}
