package dari.api.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** One share for each caller of a kind, renewed evenly; those who were away a while are forgotten, with a full share. */
final class RateLimits {

    private static final int MOST_CALLERS = 100_000;

    private final String name;
    private final long quota;
    private final Duration window;
    private final Cache<String, Bucket> buckets;

    RateLimits(String name, long quota, Duration window) {
        this.name = name;
        this.quota = quota;
        this.window = window;
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(window)
                .maximumSize(MOST_CALLERS)
                .build();
    }

    /**
     * What is left of a caller's share after a request.
     *
     * @param allowed whether the request was within it
     * @param remaining further requests it would let through now
     * @param untilNext until one more is let through, when none is left
     */
    record Share(boolean allowed, long remaining, Duration untilNext, String limit, String policy) {}

    Share take(String caller) {
        Bucket bucket = buckets.get(
                caller,
                unseen -> Bucket.builder()
                        .addLimit(Bandwidth.builder()
                                .capacity(quota)
                                .refillGreedy(quota, window)
                                .build())
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
        long full =
                Duration.ofNanos(probe.getNanosToWaitForReset()).plusMillis(999).toSeconds();
        return new Share(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                wait,
                "\"" + name + "\";r=" + probe.getRemainingTokens() + ";t=" + full,
                "\"" + name + "\";q=" + quota + ";w=" + window.toSeconds());
    }
}
