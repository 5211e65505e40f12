package dari.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Where the chain ended at a moment, signed by the marketplace: whoever keeps it can tell later whether anything before it
 * was changed.
 *
 * @param position last row that it covers
 * @param hash the chain's hash there, hex
 * @param signature Ed25519 over {@link #message(long, byte[], Instant)}, Base64
 */
public record HistoryCheckpoint(long position, String hash, Instant at, String signature) {

    /** What is signed: kind, position, hash and time, a line each. */
    static byte[] message(long position, byte[] hash, Instant at) {
        return ("dari-history-checkpoint\n" + position + "\n" + HexFormat.of().formatHex(hash) + "\n" + at + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
