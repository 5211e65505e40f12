/** Keeps a startup's searches and tells when they newly find something. */
@NullMarked
package dari.savedsearches;

import org.jspecify.annotations.NullMarked;
