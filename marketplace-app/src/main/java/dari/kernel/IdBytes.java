package dari.kernel;

import java.nio.ByteBuffer;
import java.util.UUID;

/** A UUID as the database keeps it: BINARY(16), the high bytes first. */
public final class IdBytes {

    public static final int BYTES = 16;

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
