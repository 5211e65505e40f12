/** The history: who did what to which thing and when, written with the change and chained afterwards. */
@NullMarked
package dari.audit;

import org.jspecify.annotations.NullMarked;
