/** Texts as directions in space, so that words which are not the same but mean the same still meet. */
@NullMarked
@NamedInterface("dense")
package dari.matching.dense;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
