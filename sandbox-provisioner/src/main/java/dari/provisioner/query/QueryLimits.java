package dari.provisioner.query;

import java.time.Duration;

/**
 * What one session may use.
 *
 * @param rows most rows of an answer
 * @param cellCharacters most characters of one value; the rest is cut off
 * @param time most time of one query
 * @param tableMegabytes memory of the table engine
 * @param processMegabytes address space of the whole process, kept by the operating system (Linux)
 */
public record QueryLimits(int rows, int cellCharacters, Duration time, int tableMegabytes, int processMegabytes) {

    public static final QueryLimits DEFAULT = new QueryLimits(1000, 2000, Duration.ofSeconds(20), 512, 2560);
}
