/** What a hospital's steward decides about each table and column before anything leaves. */
@NamedInterface("recipe")
@NullMarked
package dari.provisioner.recipe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
