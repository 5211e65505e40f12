/** Two introduced sides find a time to meet, and carry it to their calendars. */
@NullMarked
package dari.meetings;

import org.jspecify.annotations.NullMarked;
