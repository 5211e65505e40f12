/** What a recipe that synthesises names: public domains, and the private rows of a source. */
@NullMarked
package dari.provisioner.synthesize.source;

import org.jspecify.annotations.NullMarked;
