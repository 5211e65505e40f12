/**
 * Whole projects, from two sides that do not know each other to the removal of the last key, while application, agents and
 * database are killed: {@code scripts/soak.sh} runs it, docs/soak.md tells more. The application, its database, the hospitals'
 * agents and the card provider are processes or servers of their own; what stands outside knows of a project only what the
 * application says when it is asked.
 */
@NullMarked
package dari.soak;

import org.jspecify.annotations.NullMarked;
