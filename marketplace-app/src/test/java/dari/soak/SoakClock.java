package dari.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The system's time and what the soak has let pass on top of it, kept in a file that all processes have in memory: days pass
 * for application and agents at one moment, whichever of them is just being started.
 */
final class SoakClock extends Clock {

    private final MappedByteBuffer passed;
    private final ZoneId zone;

    private SoakClock(MappedByteBuffer passed, ZoneId zone) {
        this.passed = passed;
        this.zone = zone;
    }

    static SoakClock at(Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new SoakClock(channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES), ZoneOffset.UTC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets time pass until then; what lies behind is not gone back to. */
    void passTo(Instant then) {
        Duration missing = Duration.between(instant(), then);
        if (!missing.isNegative()) {
            passed.putLong(0, passed.getLong(0) + missing.toMillis());
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(passed.getLong(0));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SoakClock(passed, other);
    }
}
