package dari.kernel;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.UUID;

/** A UUID as the database keeps it: BINARY(16), the high bytes first. */
public final class IdBytes {

    public static final int BYTES = 16;

    /** As the database orders ids: byte by byte, without a sign. */
    public static final Comparator<UUID> ORDER = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private IdBytes() {}

    public static byte[] of(UUID id) {
        return ByteBuffer.allocate(BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    public static UUID toId(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
