package dari.billing;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which events of the payment provider were heard already. */
@Component
class StripeEvents {

    private final JdbcClient database;
    private final Clock clock;

    StripeEvents(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether this is the first time; kept with the present transaction. */
    boolean isFirst(String id, String type) {
        try {
            database.sql("INSERT INTO stripe_event (id, type, outcome, received_at)"
                            + " VALUES (:id, :type, 'received', :at)")
                    .param("id", id)
                    .param("type", type)
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException again) {
            return false;
        }
    }

    void outcome(String id, String outcome) {
        database.sql("UPDATE stripe_event SET outcome = :outcome WHERE id = :id")
                .param("outcome", outcome)
                .param("id", id)
                .update();
    }
}
