package dari.billing;

import dari.kernel.IdBytes;
import dari.projects.ProjectId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events of the payment provider: each is heard once, and kept with what came of it. */
@Component
class CardEvents {

    private static final int MOST_SHOWN = 50;

    private final JdbcClient database;
    private final Clock clock;

    CardEvents(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether this is the first time; kept with the present transaction. */
    boolean isFirst(CardEvent event) {
        try {
            database.sql("INSERT INTO card_event (id, type, project, received_at) VALUES (:id, :type, :project, :at)")
                    .param("id", event.id())
                    .param("type", event.type())
                    .param(
                            "project",
                            event.project() == null
                                    ? null
                                    : IdBytes.of(event.project().value()))
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException again) {
            return false;
        }
    }

    void outcome(String id, CardEventOutcome outcome) {
        database.sql("UPDATE card_event SET outcome = :outcome WHERE id = :id")
                .param("outcome", outcome.name())
                .param("id", id)
                .update();
    }

    Optional<ProjectId> projectOf(String id) {
        return database.sql("SELECT project FROM card_event WHERE id = :id AND project IS NOT NULL")
                .param("id", id)
                .query((row, number) -> new ProjectId(IdBytes.toId(row.getBytes("project"))))
                .optional();
    }

    List<KeptCardEvent> toLookAt() {
        return database.sql("SELECT id, type, outcome, project, received_at FROM card_event"
                        + " WHERE outcome IN ('REFUNDING', 'UNKNOWN', 'FOREIGN', 'DISPUTED')"
                        + " ORDER BY received_at DESC LIMIT :most")
                .param("most", MOST_SHOWN)
                .query((row, number) -> new KeptCardEvent(
                        row.getString("id"),
                        row.getString("type"),
                        CardEventOutcome.valueOf(row.getString("outcome")),
                        project(row.getBytes("project")),
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }

    private static @Nullable ProjectId project(byte @Nullable [] id) {
        return id == null ? null : new ProjectId(IdBytes.toId(id));
    }
}
