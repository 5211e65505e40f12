package dari.offers;

import dari.kernel.IdBytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of what changed, which the search index follows. */
@Component
class IndexChanges {

    private static final String KIND = "offer";

    /** Numbers are given before transactions commit: for this long an earlier one may still appear. */
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private final JdbcClient database;
    private final Clock clock;

    IndexChanges(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record IndexChange(long seq, OfferId offer) {}

    /** Notes a change in the present transaction. */
    void add(OfferId offer) {
        database.sql("INSERT INTO index_change (kind, subject, happened_at) VALUES (:kind, :subject, :at)")
                .param("kind", KIND)
                .param("subject", IdBytes.of(offer.value()))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    List<IndexChange> after(long position) {
        return database.sql("SELECT seq, subject FROM index_change WHERE seq > :position ORDER BY seq")
                .param("position", position)
                .query(IndexChanges::change)
                .list();
    }

    /** The number of the last change; 0 when there is none. */
    long last() {
        return database.sql("SELECT COALESCE(MAX(seq), 0) FROM index_change")
                .query(Long.class)
                .single();
    }

    /** The last number before which no other can appear any more; 0 when there is none. */
    long settled(Instant now) {
        return database.sql("SELECT COALESCE((SELECT MIN(seq) - 1 FROM index_change WHERE happened_at > :settling),"
                        + " (SELECT MAX(seq) FROM index_change), 0)")
                .param("settling", Timestamp.from(now.minus(SETTLING)))
                .query(Long.class)
                .single();
    }

    private static IndexChange change(ResultSet row, int number) throws SQLException {
        return new IndexChange(row.getLong("seq"), new OfferId(IdBytes.toId(row.getBytes("subject"))));
    }
}
