/** What a hospital can take on and what it has: clinicians' hours, places a quarter, and what partnering costs and brings it. */
@NullMarked
package dari.capacity;

import org.jspecify.annotations.NullMarked;
