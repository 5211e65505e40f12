/** The REST API: what the pages do, for programs. Resources call the same doors as the pages, which decide who may. */
@NullMarked
package dari.api;

import org.jspecify.annotations.NullMarked;
