/** The table engine: one private, bounded DuckDB per run, and the hospital's directory of tables as seen through it. */
@NullMarked
package dari.provisioner.engine;

import org.jspecify.annotations.NullMarked;
