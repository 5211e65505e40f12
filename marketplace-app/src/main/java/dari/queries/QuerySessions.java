package dari.queries;

import dari.kernel.UserId;
import dari.provisioner.query.QueryLimits;
import dari.provisioner.query.QuerySession;
import dari.sandboxes.SandboxId;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The processes that answer, one for each person and sandbox, as many as this machine is meant to bear. */
@Component
class QuerySessions {

    private static final Duration IDLE = Duration.ofMinutes(10);

    private final int most;
    private final Clock clock;
    private final Map<Key, Held> sessions = new HashMap<>();
    private final ExecutorService warming = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "query-warming");
        thread.setDaemon(true);
        return thread;
    });

    QuerySessions(@Value("${dari.query.sessions}") int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Killed, this application closed none of its sessions: their copies must not outlive their releases. */
    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        QuerySession.removeLeft();
    }

    private record Key(SandboxId sandbox, UserId person) {}

    private record Held(QuerySession session, Instant usedAt) {}

    /** The session of this person, a new one in the place of the longest unused where there are too many. */
    QuerySession of(SandboxId sandbox, UserId person, Path data) {
        List<QuerySession> over = new ArrayList<>();
        QuerySession session;
        synchronized (sessions) {
            Key key = new Key(sandbox, person);
            Held held = sessions.remove(key);
            while (sessions.size() >= most) {
                sessions.entrySet().stream()
                        .min(Map.Entry.comparingByValue(Comparator.comparing(Held::usedAt)))
                        .map(Map.Entry::getKey)
                        .map(sessions::remove)
                        .ifPresent(oldest -> over.add(oldest.session()));
            }
            session = held == null
                    ? new QuerySession(System.getProperty("java.class.path"), data, QueryLimits.DEFAULT)
                    : held.session();
            sessions.put(key, new Held(session, clock.instant()));
        }
        over.forEach(QuerySession::close);
        return session;
    }

    /** Starts a person's process while they still write. */
    void warm(SandboxId sandbox, UserId person, Path data) {
        QuerySession session = of(sandbox, person, data);
        warming.execute(session::warm);
    }

    void close(SandboxId sandbox) {
        closeWhere(entry -> entry.getKey().sandbox().equals(sandbox));
    }

    void closeIdle() {
        Instant before = clock.instant().minus(IDLE);
        closeWhere(entry -> entry.getValue().usedAt().isBefore(before));
    }

    @PreDestroy
    void closeAll() {
        warming.shutdownNow();
        closeWhere(entry -> true);
    }

    /** Outside the lock: a session that answers is closed when it has answered, and nobody else waits for it. */
    private void closeWhere(Predicate<Map.Entry<Key, Held>> wanted) {
        List<QuerySession> over = new ArrayList<>();
        synchronized (sessions) {
            sessions.entrySet().removeIf(entry -> {
                boolean closing = wanted.test(entry);
                if (closing) {
                    over.add(entry.getValue().session());
                }
                return closing;
            });
        }
        over.forEach(QuerySession::close);
    }
}
