/** Answers that a hospital gives again and again, kept as templates with places for what differs. */
@NullMarked
package dari.answers;

import org.jspecify.annotations.NullMarked;
