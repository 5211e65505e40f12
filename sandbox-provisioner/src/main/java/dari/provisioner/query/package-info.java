/**
 * Queries of strangers over a release: one process per session, on a read-only copy, with hard limits. What is not on a list
 * of harmless things is refused before it runs; what goes wrong all the same ends that process and nothing else.
 */
@NullMarked
@NamedInterface("query")
package dari.provisioner.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
