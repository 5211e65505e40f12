/** Dari's own rules, one small class each, listed in {@link dari.matching.permission.strict.StrictRules}. */
@NamedInterface("strict")
@NullMarked
package dari.matching.permission.strict;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
