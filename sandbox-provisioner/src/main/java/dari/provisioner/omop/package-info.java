/** The OMOP common data model: which tables and columns each supported version has. */
@NullMarked
package dari.provisioner.omop;

import org.jspecify.annotations.NullMarked;
