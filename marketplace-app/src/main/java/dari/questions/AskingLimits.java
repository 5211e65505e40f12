package dari.questions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
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
    private static final int HALF_OF_6 = 8;

    private final Cache<String, Bucket> addresses = Caffeine.newBuilder()
            .expireAfterAccess(WINDOW)
            .maximumSize(MOST_ADDRESSES)
            .build();
    private final Bucket all = bucket(FROM_ALL);

    /** Whether one more may be asked from this address now; it counts. */
    boolean allows(String address) {
        return addresses.get(line(address), unseen -> bucket(FROM_ONE)).tryConsume(1) && all.tryConsume(1);
    }

    /** One line has one address of IPv4, but 2^64 of IPv6: by their common half it is known. */
    private static String line(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, HALF_OF_6));
        } catch (UnknownHostException e) {
            return address;
        }
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
