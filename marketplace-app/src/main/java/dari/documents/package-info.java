/** The document wallet: each document once, checked when it comes, shown to whom its organisation chose. */
@NullMarked
package dari.documents;

import org.jspecify.annotations.NullMarked;
