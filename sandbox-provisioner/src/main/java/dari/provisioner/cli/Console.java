package dari.provisioner.cli;

import dari.provisioner.Progress;
import java.io.PrintStream;
import java.time.Clock;

/**
 * What a command needs of the outside.
 *
 * @param out results
 * @param err one line per failure
 * @param progress a line that moves on a terminal; silent in a pipe
 */
public record Console(PrintStream out, PrintStream err, Progress progress, Clock clock) {}
