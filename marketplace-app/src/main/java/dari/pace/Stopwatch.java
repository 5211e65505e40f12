package dari.pace;

import dari.audit.HistoryLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the time of every step while the acts of the history go by, each thing's in the order they happened. What nobody
 * ended, or only background work did, is no case.
 */
final class Stopwatch {

    /** Whose steps: of one holder. */
    record Key(Step step, UUID holder) {}

    private record Running(
            Step step, UUID subject, @Nullable String part) {}

    private final Map<Running, Instant> running = new HashMap<>();
    private final Map<Key, List<Duration>> taken = new HashMap<>();

    void see(HistoryLine act) {
        for (Step step : Step.values()) {
            String fact = step.fact();
            Running one = new Running(
                    step, act.subject(), fact == null ? null : act.facts().get(fact));
            if (step.endsWith(act.action())) {
                Instant since = running.remove(one);
                UUID holder = holder(step, act);
                if (since != null && holder != null) {
                    taken.computeIfAbsent(new Key(step, holder), key -> new ArrayList<>())
                            .add(Duration.between(since, act.at()));
                }
            }
            if (step.startsWith(act.action())) {
                running.put(one, act.at());
            }
        }
    }

    /** What was taken, by step and holder. */
    Map<Key, List<Duration>> taken() {
        return taken;
    }

    private static @Nullable UUID holder(Step step, HistoryLine act) {
        return switch (step.holder()) {
            case ORGANIZATION ->
                act.organization() == null ? null : act.organization().value();
            case PERSON -> act.actor() == null ? null : act.actor().value();
        };
    }
}
