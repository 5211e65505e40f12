/** Who joins which cohort: deferred acceptance over both sides' wishes, with its reasons and its certificate. */
@NullMarked
@NamedInterface("assignment")
package dari.matching.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
