package dari.questions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How much may be asked without a login: a few from one address an hour, so many from all. Addresses are known for that
 * hour in memory only, and kept nowhere.
 */
@Component
class AskingLimits {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int FROM_ONE = 5;
    private static final int FROM_ALL = 300;
    private static final int MOST_ADDRESSES = 50_000;

    private final Cache<String, Bucket> addresses = Caffeine.newBuilder()
            .expireAfterAccess(WINDOW)
            .maximumSize(MOST_ADDRESSES)
            .build();
    private final Bucket all = bucket(FROM_ALL);

    /** Whether one more may be asked from this address now; it counts. */
    boolean allows(String address) {
        return addresses.get(address, unseen -> bucket(FROM_ONE)).tryConsume(1) && all.tryConsume(1);
    }

    private static Bucket bucket(int capacity) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(capacity)
                        .refillGreedy(capacity, WINDOW)
                        .build())
                .build();
    }
}
