/**
 * Takes identifiers out of free text, Korean and English: finds them by form, dictionaries, context and morphology, and
 * replaces them consistently per person. See docs/scrubbing.md.
 */
@NullMarked
package dari.provisioner.scrub;

import org.jspecify.annotations.NullMarked;
