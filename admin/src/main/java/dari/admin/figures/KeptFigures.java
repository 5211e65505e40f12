package dari.admin.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Figures over thousands of applications are counted once for everybody who looks within some minutes; the page says when.
 * Those over fewer are counted at each look. What a reader must not see is taken out after this.
 */
@Component
class KeptFigures {

    static final Duration RENEWED_AFTER = Duration.ofMinutes(10);

    /** From so many applications on, a count takes longer than a page may. */
    static final int MANY = 1_000;

    private static final int MOST_CALLS = 200;

    private final Clock clock;
    private final Cache<Optional<UUID>, CountedFigures> kept;

    KeptFigures(Clock clock) {
        this.clock = clock;
        this.kept = Caffeine.newBuilder().maximumSize(MOST_CALLS).build();
    }

    /** @param applications how many are counted */
    CountedFigures of(@Nullable UUID call, long applications, Supplier<CallFigures> count) {
        if (applications < MANY) {
            return new CountedFigures(count.get(), clock.instant(), false);
        }
        // who comes while somebody counts waits for the same count
        return Objects.requireNonNull(kept.asMap()
                .compute(
                        Optional.ofNullable(call),
                        (any, known) -> known != null && isFresh(known)
                                ? known
                                : new CountedFigures(count.get(), clock.instant(), true)));
    }

    private boolean isFresh(CountedFigures counted) {
        return counted.at().plus(RENEWED_AFTER).isAfter(clock.instant());
    }
}
