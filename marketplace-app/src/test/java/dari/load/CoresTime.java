package dari.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What the processors' time went to since the machine started, as Linux counts it in {@code /proc/stat}.
 *
 * @param all ticks of all processors together
 * @param stolen those of them in which the host of a virtual machine let others compute
 */
record CoresTime(long all, long stolen) {

    private static final Path COUNTS = Path.of("/proc/stat");
    private static final int STOLEN = 7;

    /** @return zeros on a machine that does not count this */
    static CoresTime now() throws IOException {
        if (!Files.isReadable(COUNTS)) {
            return new CoresTime(0, 0);
        }
        String first = Files.readAllLines(COUNTS).get(0);
        long[] ticks = Stream.of(first.split(" +"))
                .skip(1)
                .mapToLong(Long::parseLong)
                .limit(STOLEN + 1)
                .toArray();
        return new CoresTime(LongStream.of(ticks).sum(), ticks[STOLEN]);
    }

    /** As a share in percent, {@code not counted here} where the machine does not say. */
    String takenSince(CoresTime before) {
        return all == before.all
                ? "not counted here"
                : "%.1f %%".formatted(100.0 * (stolen - before.stolen) / (all - before.all));
    }
}
