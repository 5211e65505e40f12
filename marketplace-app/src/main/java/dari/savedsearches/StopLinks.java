package dari.savedsearches;

import dari.kernel.IdBytes;
import dari.kernel.SecretToken;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links in letters that stop them without signing in; each letter has its own, and only its hash is kept. */
@Component
class StopLinks {

    /** A link in an older letter is dead. */
    private static final Duration LIFE = Duration.ofDays(365);

    private final JdbcClient database;

    StopLinks(JdbcClient database) {
        this.database = database;
    }

    SecretToken fresh(SavedSearchId search, Instant now) {
        database.sql("DELETE FROM saved_search_stop WHERE search = :search AND sent_at < :oldest")
                .param("search", IdBytes.of(search.value()))
                .param("oldest", Timestamp.from(now.minus(LIFE)))
                .update();
        SecretToken token = SecretToken.fresh();
        database.sql("INSERT INTO saved_search_stop (token_hash, search, sent_at) VALUES (:hash, :search, :now)")
                .param("hash", token.hash())
                .param("search", IdBytes.of(search.value()))
                .param("now", Timestamp.from(now))
                .update();
        return token;
    }

    Optional<SavedSearchId> find(SecretToken token) {
        return database.sql("SELECT search FROM saved_search_stop WHERE token_hash = :hash")
                .param("hash", token.hash())
                .query((row, number) -> new SavedSearchId(IdBytes.toId(row.getBytes("search"))))
                .optional();
    }
}
