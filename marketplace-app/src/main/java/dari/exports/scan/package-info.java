/** Looks into files that mean to leave: what they are, and what of persons, rows and small counts is in them. */
@NullMarked
package dari.exports.scan;

import org.jspecify.annotations.NullMarked;
