/** What hospitals offer: versions, terms, publication; what the search index is told. */
@NullMarked
package dari.offers;

import org.jspecify.annotations.NullMarked;
