/** The engine's shapes as JSON: what the command line reads and what the indexes store. */
@NullMarked
@NamedInterface("json")
package dari.matching.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
