/** Whether a purpose may use a dataset: DUO and AI terms compared by rules that give their reasons. */
@NullMarked
@NamedInterface("permission")
package dari.matching.permission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
