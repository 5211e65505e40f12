/** The export desk: what a startup takes out of a sandbox, who looked at it, and how it is called back. */
@NullMarked
package dari.exports;

import org.jspecify.annotations.NullMarked;
