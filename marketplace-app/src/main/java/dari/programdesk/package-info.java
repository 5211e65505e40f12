/** Joins the program desk to the application around it: implements its port, hears its events, shows its work. */
@NullMarked
package dari.programdesk;

import org.jspecify.annotations.NullMarked;
