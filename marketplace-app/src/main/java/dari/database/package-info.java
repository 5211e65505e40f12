/** The embedded MariaDB of run, demo and tests; a MySQL named by configuration takes its place. */
@NullMarked
package dari.database;

import org.jspecify.annotations.NullMarked;
