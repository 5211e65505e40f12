/** Makes vocabulary files from published classifications that an operator has a licence for. */
@NullMarked
package dari.matching.vocabulary.imported;

import org.jspecify.annotations.NullMarked;
