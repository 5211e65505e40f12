/** The index of offers inside the application's process. */
@NullMarked
@NamedInterface("lucene")
package dari.matching.lucene;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
