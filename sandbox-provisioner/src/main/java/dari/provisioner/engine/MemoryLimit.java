package dari.provisioner.engine;

import dari.provisioner.SurroundingsFailed;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The size that {@code --memory} names, also for what is held in the Java heap: whoever reads a table into it says beforehand
 * how much that takes and is refused, so that a run ends in one line and not in an {@link OutOfMemoryError}.
 *
 * @param bytes size of the setting
 * @param heap largest heap of this process
 */
public record MemoryLimit(long bytes, long heap) {

    /** Share of the heap that one table may fill: the rest is for the program and for garbage not yet collected. */
    private static final double USABLE = 0.8;

    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,6}(mb?|gb?)", Pattern.CASE_INSENSITIVE);

    /** Share of the setting that the Java heap may take: persons' numbers. */
    private static final double HEAP = 0.3;

    /** Share of the setting that a heap takes which only passes things on. */
    private static final double EMPTY_HEAP = 0.1;

    /**
     * Share of the setting that neither heap nor engine count, and the most that it is: Java's code, threads and collector, the
     * mapped libraries, and what the engine takes beside its own limit (about a tenth of that, measured with a million persons).
     */
    private static final double UNCOUNTED = 0.25;

    private static final long MOST_UNCOUNTED = 768L << 20;

    /** Below this the engine cannot even read two large files at once, so a smaller setting is all its own. */
    private static final long LEAST_FOR_ENGINE = 256L << 20;

    /** Below this the program does not start. */
    private static final long LEAST_FOR_HEAP = 64L << 20;

    /** Bytes that the table engine may take, so that the whole process keeps to the setting. */
    long engine() {
        return engineBeside(HEAP);
    }

    /** The same where the heap holds nothing of persons or rows. */
    long engineAlone() {
        return engineBeside(EMPTY_HEAP);
    }

    private long engineBeside(double heap) {
        long beside = (long) (bytes * heap) + Math.min(MOST_UNCOUNTED, (long) (bytes * UNCOUNTED));
        return Math.max(bytes - beside, Math.min(bytes, LEAST_FOR_ENGINE));
    }

    /** Bytes that a Java heap may take, so that the whole process keeps to the setting. */
    public long heapShare() {
        return Math.max(LEAST_FOR_HEAP, (long) (bytes * HEAP));
    }

    /** Whether a text is a size, for example {@code 2g} or {@code 512mb}. */
    public static boolean isSize(String text) {
        return SIZE.matcher(text).matches();
    }

    /** @param size a text that {@link #isSize} */
    public static MemoryLimit of(String size) {
        String text = size.toLowerCase(Locale.ROOT);
        long number = Long.parseLong(text.replaceAll("[^0-9]", ""));
        return new MemoryLimit(
                text.contains("g") ? number << 30 : number << 20,
                Runtime.getRuntime().maxMemory());
    }

    /**
     * @param work what needs it, for people
     * @param rows rows to be held
     * @param bytesPerRow estimate, working space included
     * @throws SurroundingsFailed when the setting or the heap is too small
     */
    public void require(String work, long rows, long bytesPerRow) {
        long needed = rows * bytesPerRow;
        if (needed > bytes || needed > heap * USABLE) {
            long megabytes = (needed >> 20) + 1;
            throw new SurroundingsFailed(
                    work + " holds about " + megabytes + " MB in memory for " + rows + " rows; raise "
                            + (needed > bytes ? "--memory" : "the Java heap (java -Xmx" + megabytes * 5 / 4 + "m …)"),
                    null);
        }
    }
}
