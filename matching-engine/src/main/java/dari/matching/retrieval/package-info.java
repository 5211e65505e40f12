/** Finds offers by words, concepts and meaning together; the same steps whichever engine keeps them. */
@NullMarked
@NamedInterface("retrieval")
package dari.matching.retrieval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
