/** Spreads attention over hospitals within a bound, and measures what it does. */
@NullMarked
@NamedInterface("exposure")
package dari.matching.exposure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
