package dari.load;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** UUIDv7 as the application makes them, of moments that go by evenly and of a seeded random part. */
final class SeededIds {

    private final RandomGenerator random;
    private final long from;
    private final double step;
    private long made;

    /** @param expected about how many are asked for between the two moments */
    SeededIds(RandomGenerator random, Instant from, Instant until, long expected) {
        this.random = random;
        this.from = from.toEpochMilli();
        this.step = (double) Duration.between(from, until).toMillis() / expected;
    }

    UUID next() {
        long high = (now().toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
        made++;
        return new UUID(high, (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }

    /** The moment of the next id. */
    Instant now() {
        return Instant.ofEpochMilli(from + (long) (made * step));
    }
}
