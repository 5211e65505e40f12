/** How good retrieval is on collections whose right answers people wrote down. */
@NullMarked
package dari.matching.evaluation;

import org.jspecify.annotations.NullMarked;
