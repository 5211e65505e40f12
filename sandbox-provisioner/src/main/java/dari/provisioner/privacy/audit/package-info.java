/** Tries to tell two neighbouring tables apart by a mechanism's answers: the check of a release build. */
@NullMarked
package dari.provisioner.privacy.audit;

import org.jspecify.annotations.NullMarked;
