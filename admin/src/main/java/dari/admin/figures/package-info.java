/** Figures of calls, with their tables and files, and the bundle of evidence for an audit. */
@NullMarked
@NamedInterface("figures")
package dari.admin.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
