package dari.matching.cli;

import java.io.PrintStream;

/**
 * What a command needs of the outside.
 *
 * @param out results
 * @param err one line per failure
 */
public record Console(PrintStream out, PrintStream err) {}
