package dari.pace;

import dari.audit.History;
import dari.kernel.Anyone;
import dari.kernel.BackgroundWork;
import dari.kernel.IdBytes;
import dari.workspace.Pace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts how long steps took and answers what to expect. */
@Service
@Transactional
public class Paces {

    /** Fewer cases say nothing, and could tell an outsider about a single one. */
    public static final int LEAST_CASES = 5;

    /** How far back is looked: what a holder did two years ago says little about today. */
    static final Duration LOOKED_BACK = Duration.ofDays(730);

    private static final UUID EVERYBODY = new UUID(0, 0);

    private final JdbcClient database;
    private final History history;
    private final Clock clock;

    Paces(JdbcClient database, History history, Clock clock) {
        this.database = database;
        this.history = history;
        this.clock = clock;
    }

    /**
     * What each holder needed for such steps; without those who did fewer than {@link #LEAST_CASES}.
     *
     * @param holders organisations; for reviews, persons
     */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<UUID, Pace> of(Step step, Collection<UUID> holders) {
        Map<UUID, Pace> found = new HashMap<>();
        if (holders.isEmpty()) {
            return found;
        }
        database.sql("SELECT * FROM pace WHERE step = :step AND holder IN (:holders) AND cases >= :least")
                .param("step", step.name())
                .param("holders", holders.stream().distinct().map(IdBytes::of).toList())
                .param("least", LEAST_CASES)
                .query(row -> {
                    found.put(IdBytes.toId(row.getBytes("holder")), pace(row));
                });
        return found;
    }

    /** What this holder needed for such steps; null while there are fewer than {@link #LEAST_CASES}. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public @Nullable Pace of(Step step, UUID holder) {
        return of(step, List.of(holder)).get(holder);
    }

    /** What all together needed, for every step with enough cases, in the order of a project's life. */
    @Anyone
    @Transactional(readOnly = true)
    public List<StepPace> published() {
        Map<Step, StepPace> found = new EnumMap<>(Step.class);
        database
                .sql(
                        "SELECT p.*, (SELECT COUNT(*) FROM pace h WHERE h.step = p.step AND h.holder <> p.holder) AS holders"
                                + " FROM pace p WHERE p.holder = :everybody AND p.cases >= :least")
                .param("everybody", IdBytes.of(EVERYBODY))
                .param("least", LEAST_CASES)
                .query((row, number) ->
                        new StepPace(Step.valueOf(row.getString("step")), row.getInt("holders"), pace(row)))
                .list()
                .stream()
                .filter(StepPace::tellsOfNobody)
                .forEach(step -> found.put(step.step(), step));
        return List.copyOf(found.values());
    }

    /** Counts everything anew from the history; done by night. */
    @BackgroundWork
    public void count() {
        Instant now = clock.instant();
        Stopwatch stopwatch = new Stopwatch();
        history.each(Step.actions(), now.minus(LOOKED_BACK), stopwatch::see);
        Map<Step, List<Duration>> all = new EnumMap<>(Step.class);
        database.sql("DELETE FROM pace").update();
        stopwatch.taken().forEach((key, durations) -> {
            save(key.step(), key.holder(), durations, now);
            all.computeIfAbsent(key.step(), step -> new ArrayList<>()).addAll(durations);
        });
        all.forEach((step, durations) -> save(step, EVERYBODY, durations, now));
    }

    private void save(Step step, UUID holder, List<Duration> durations, Instant now) {
        Pace pace = Quantiles.pace(durations);
        database.sql("INSERT INTO pace (step, holder, cases, median_seconds, ninth_seconds, counted_at)"
                        + " VALUES (:step, :holder, :cases, :median, :ninth, :at)")
                .param("step", step.name())
                .param("holder", IdBytes.of(holder))
                .param("cases", pace.cases())
                .param("median", pace.median().toSeconds())
                .param("ninth", pace.ninth().toSeconds())
                .param("at", Timestamp.from(now))
                .update();
    }

    private static Pace pace(ResultSet row) throws SQLException {
        return new Pace(
                row.getInt("cases"),
                Duration.ofSeconds(row.getLong("median_seconds")),
                Duration.ofSeconds(row.getLong("ninth_seconds")));
    }
}
