/** Keeps what people are writing, as they write, until they save it or throw it away. Nobody else sees it. */
@NullMarked
package dari.drafts;

import org.jspecify.annotations.NullMarked;
