package dari.savedsearches;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** How soon a person wants to be told what a search newly finds. */
public enum Alert {
    AT_ONCE,
    DAILY,
    NONE;

    /** So often a search that is told at once is looked at. */
    private static final Duration AT_ONCE_EVERY = Duration.ofMinutes(5);

    private static final LocalTime DAILY_AT = LocalTime.of(8, 0);

    /** When to look next, after a look at this moment; null for never. */
    @Nullable
    Instant nextLook(Instant now, ZoneId zone) {
        return switch (this) {
            case AT_ONCE -> now.plus(AT_ONCE_EVERY);
            case DAILY -> {
                ZonedDateTime today = now.atZone(zone).with(DAILY_AT);
                yield (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
            }
            case NONE -> null;
        };
    }
}
