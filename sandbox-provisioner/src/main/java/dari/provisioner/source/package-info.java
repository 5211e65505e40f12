/** Opens a hospital's directory of tables inside a bounded, private DuckDB. */
@NullMarked
package dari.provisioner.source;

import org.jspecify.annotations.NullMarked;
