/** Invented patient histories of OMOP's shape, the patient being the unit of privacy. */
@NullMarked
package dari.provisioner.synthesize.history;

import org.jspecify.annotations.NullMarked;
