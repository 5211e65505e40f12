/** Who of a hospital holds a conversation, and how it goes from one colleague to another. */
@NullMarked
package dari.handovers;

import org.jspecify.annotations.NullMarked;
