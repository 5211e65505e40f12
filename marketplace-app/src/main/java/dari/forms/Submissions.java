package dari.forms;

import dari.kernel.IdBytes;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which forms were sent, and where each led. In the database, because the second click may reach another node. */
@Component
class Submissions {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final Clock clock;

    Submissions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return whether this is the first time; the primary key decides between two at the same moment */
    boolean begin(FormMark mark) {
        return database.sql("INSERT IGNORE INTO submission (mark, account, sent_at) VALUES (?, ?, ?)")
                        .params(
                                IdBytes.of(mark.form()),
                                IdBytes.of(mark.person().value()),
                                Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    void ledTo(FormMark mark, String address) {
        database.sql("UPDATE submission SET led_to = ? WHERE mark = ?")
                .params(address, IdBytes.of(mark.form()))
                .update();
    }

    /** It changed nothing: the same form may be sent again. */
    void undo(FormMark mark) {
        database.sql("DELETE FROM submission WHERE mark = ?")
                .param(IdBytes.of(mark.form()))
                .update();
    }

    /** Where the first sending led; empty while it is at work, or when it came to nothing. */
    Optional<String> ledTo(FormMark mark) {
        return database.sql("SELECT led_to FROM submission WHERE mark = ? AND account = ? AND led_to IS NOT NULL")
                .params(IdBytes.of(mark.form()), IdBytes.of(mark.person().value()))
                .query(String.class)
                .optional();
    }

    void forgetOld() {
        database.sql("DELETE FROM submission WHERE sent_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }
}
