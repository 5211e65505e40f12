/** Our bilingual words for diseases, modalities, body parts, formats and places, with codes and parents. */
@NullMarked
@NamedInterface("vocabulary")
package dari.matching.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
