/** The command line: parses, calls the pipeline and prints. */
@NullMarked
package dari.provisioner.cli;

import org.jspecify.annotations.NullMarked;
