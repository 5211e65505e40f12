package dari.delivery;

import java.time.Instant;

/**
 * How much of a file somebody took, in counts alone.
 *
 * @param network prefix of the network from which it was asked for
 * @param requests how many ranges were asked for
 * @param bytes how much left, a byte that left twice counted twice
 */
public record SentFile(
        String person, String file, long fileBytes, String network, long requests, long bytes, Instant last) {}
