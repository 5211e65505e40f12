package dari.provisioner.engine;

import dari.provisioner.SurroundingsFailed;
import java.util.Locale;

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

    /** Share of the setting that is left to the program beside the table engine, and the most that is: persons' numbers, Java itself. */
    private static final double BESIDE_ENGINE = 0.4;

    private static final long MOST_BESIDE_ENGINE = 2L << 30;

    /** Below this the engine cannot even read two large files at once, so a smaller setting is all its own. */
    private static final long LEAST_FOR_ENGINE = 256L << 20;

    /** Bytes that the table engine may take, so that the whole process keeps to the setting. */
    long engine() {
        long beside = Math.min(MOST_BESIDE_ENGINE, (long) (bytes * BESIDE_ENGINE));
        return Math.max(bytes - beside, Math.min(bytes, LEAST_FOR_ENGINE));
    }

    /** @param size as checked by {@link DuckDb#open}, for example {@code 2g} or {@code 512mb} */
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
