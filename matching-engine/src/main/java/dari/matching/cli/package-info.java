/** The command line: parses, calls the library, prints; knows files and exit codes, decides nothing. */
@NullMarked
package dari.matching.cli;

import org.jspecify.annotations.NullMarked;
