package dari.audit;

import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.IdBytes;
import dari.kernel.Ids;
import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads what was done. Writing joins the transaction of the change: both are kept or neither. Reading here
 * does not ask who may: a feature shows the history of its own thing to those whom it lets see the thing.
 */
@Service
public class History {

    private static final int BATCH = 10_000;

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient database;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    History(JdbcClient database, CurrentActor currentActor, Ids ids, Clock clock, JsonMapper json) {
        this.database = database;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /** Records an act of the present actor; of a visitor when nobody is signed in. */
    @BackgroundWork
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(HistoryEntry entry) {
        Actor actor = currentActor.find().orElse(null);
        write(
                entry,
                actor == null ? null : actor.user(),
                actor == null ? null : actor.organization(),
                actor == null ? "visitor" : null);
    }

    /** Records an act whose actor came with an event, or who was not yet signed in when acting. */
    @BackgroundWork
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordBy(UserId user, OrganizationId organization, HistoryEntry entry) {
        write(entry, user, organization, null);
    }

    /** Records what a person did with their own account, in no organisation's name. */
    @BackgroundWork
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordBy(UserId user, HistoryEntry entry) {
        write(entry, user, null, null);
    }

    /** Records an act of background work under its name, e.g. {@code hospital-agent}, {@code expiry}. */
    @BackgroundWork
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordBySystem(String systemActor, HistoryEntry entry) {
        write(entry, null, null, systemActor);
    }

    /** Everything that was done to these things, oldest first. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<HistoryLine> of(List<UUID> subjects) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        return database.sql("SELECT * FROM history WHERE subject IN (:subjects) ORDER BY id")
                .param("subjects", subjects.stream().map(IdBytes::of).toList())
                .query(this::line)
                .list();
    }

    /** The newest of what was done to these things, oldest first. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<HistoryLine> newestOf(List<UUID> subjects, int most) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        return database.sql("SELECT * FROM (SELECT * FROM history WHERE subject IN (:subjects)"
                        + " ORDER BY id DESC LIMIT :most) newest ORDER BY id")
                .param("subjects", subjects.stream().map(IdBytes::of).toList())
                .param("most", most)
                .query(this::line)
                .list();
    }

    /** The acts of one kind that were done to these things, oldest first. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<HistoryLine> of(Collection<UUID> subjects, String action) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        return database.sql("SELECT * FROM history WHERE subject IN (:subjects) AND action = :action ORDER BY id")
                .param("subjects", subjects.stream().map(IdBytes::of).toList())
                .param("action", action)
                .query(this::line)
                .list();
    }

    /** The newest acts of all, for those who answer for the program. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<HistoryLine> newest(int page, int size) {
        return database.sql("SELECT * FROM history ORDER BY id DESC LIMIT :size OFFSET :from")
                .param("size", size)
                .param("from", (long) page * size)
                .query(this::line)
                .list();
    }

    /** Hands over every act of these kinds since a time, in the order they happened, a batch in memory at once. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public void each(Collection<String> actions, Instant since, Consumer<HistoryLine> reader) {
        byte[] after = new byte[IdBytes.BYTES];
        while (true) {
            List<HistoryLine> batch = database.sql("SELECT * FROM history WHERE id > :after AND happened_at >= :since"
                            + " AND action IN (:actions) ORDER BY id LIMIT :batch")
                    .param("after", after)
                    .param("since", Timestamp.from(since))
                    .param("actions", actions)
                    .param("batch", BATCH)
                    .query(this::line)
                    .list();
            batch.forEach(reader);
            if (batch.size() < BATCH) {
                return;
            }
            after = IdBytes.of(batch.get(BATCH - 1).id());
        }
    }

    /** How often each of these was done in each year, by the calendar of UTC. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<YearCount> countByYear(Collection<String> actions, Instant since) {
        return database.sql("SELECT action, YEAR(happened_at) AS in_year, COUNT(*) AS times FROM history"
                        + " WHERE happened_at >= :since AND action IN (:actions)"
                        + " GROUP BY action, YEAR(happened_at) ORDER BY in_year DESC, action")
                .param("since", Timestamp.from(since))
                .param("actions", actions)
                .query((row, number) ->
                        new YearCount(row.getString("action"), row.getInt("in_year"), row.getLong("times")))
                .list();
    }

    /** How often something was done in a year. */
    public record YearCount(String action, int year, long times) {}

    /** What was sealed behind a place, in its order: for those who tell others of it, once and without a gap. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<HistoryLine> sealedAfter(long position, int most) {
        return database.sql("SELECT * FROM history WHERE position > :after ORDER BY position LIMIT :most")
                .param("after", position)
                .param("most", most)
                .query(this::line)
                .list();
    }

    /** The same without acts that the reader must not learn of. */
    @Transactional(readOnly = true)
    List<HistoryLine> newest(int page, int size, HiddenActs hidden) {
        long from = (long) page * size;
        long fresh = hidden.isEmpty() ? unsealed() : Long.MAX_VALUE;
        if (from >= fresh) {
            // what is sealed has places without a gap: nothing that lies before the page is read
            return database.sql("SELECT * FROM history WHERE position <= :last ORDER BY position DESC LIMIT :size")
                    .param("last", lastPosition() - (from - fresh))
                    .param("size", size)
                    .query(this::line)
                    .list();
        }
        return database.sql("SELECT * FROM history WHERE " + hidden.condition()
                        + " ORDER BY id DESC LIMIT :size OFFSET :from")
                .params(hidden.parameters())
                .param("size", size)
                .param("from", (long) page * size)
                .query(this::line)
                .list();
    }

    @Transactional(readOnly = true)
    long count(HiddenActs hidden) {
        if (hidden.isEmpty()) {
            return lastPosition() + unsealed();
        }
        return database.sql("SELECT COUNT(*) FROM history WHERE " + hidden.condition())
                .params(hidden.parameters())
                .query(Long.class)
                .single();
    }

    private long unsealed() {
        return database.sql("SELECT COUNT(*) FROM history WHERE position IS NULL")
                .query(Long.class)
                .single();
    }

    private long lastPosition() {
        return database.sql("SELECT COALESCE(MAX(position), 0) FROM history")
                .query(Long.class)
                .single();
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public long count() {
        return database.sql("SELECT COUNT(*) FROM history").query(Long.class).single();
    }

    private void write(
            HistoryEntry entry,
            @Nullable UserId user,
            @Nullable OrganizationId organization,
            @Nullable String systemActor) {
        byte @Nullable [] salt = null;
        byte @Nullable [] digest = null;
        if (entry.note() != null) {
            salt = new byte[16];
            random.nextBytes(salt);
            digest = ChainHash.ofNote(salt, entry.note());
        }
        database.sql("INSERT INTO history (id, happened_at, actor, actor_organization, system_actor, action,"
                        + " subject_kind, subject, facts, note, note_salt, note_digest)"
                        + " VALUES (:id, :at, :actor, :organization, :system, :action, :kind, :subject, :facts,"
                        + " :note, :salt, :digest)")
                .param("id", IdBytes.of(ids.next()))
                .param("at", Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .param("actor", user == null ? null : IdBytes.of(user.value()))
                .param("organization", organization == null ? null : IdBytes.of(organization.value()))
                .param("system", systemActor)
                .param("action", entry.action())
                .param("kind", entry.subjectKind())
                .param("subject", IdBytes.of(entry.subject()))
                .param("facts", json.writeValueAsString(entry.facts()))
                .param("note", entry.note())
                .param("salt", salt)
                .param("digest", digest)
                .update();
    }

    private HistoryLine line(ResultSet row, int number) throws SQLException {
        byte @Nullable [] actor = row.getBytes("actor");
        byte @Nullable [] organization = row.getBytes("actor_organization");
        Instant at = row.getTimestamp("happened_at").toInstant();
        return new HistoryLine(
                IdBytes.toId(row.getBytes("id")),
                at,
                actor == null ? null : new UserId(IdBytes.toId(actor)),
                organization == null ? null : new OrganizationId(IdBytes.toId(organization)),
                row.getString("system_actor"),
                row.getString("action"),
                row.getString("subject_kind"),
                IdBytes.toId(row.getBytes("subject")),
                json.readValue(row.getString("facts"), FACTS),
                row.getString("note"),
                row.getObject("position", Long.class));
    }
}
