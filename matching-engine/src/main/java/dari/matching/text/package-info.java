/** Korean and English text as the tokens that both indexes see. */
@NullMarked
package dari.matching.text;

import org.jspecify.annotations.NullMarked;
