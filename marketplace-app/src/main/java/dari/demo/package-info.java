/** What {@code ./run} adds so that one machine shows the whole: a mail catcher, people and things to try. Never in production. */
@NullMarked
package dari.demo;

import org.jspecify.annotations.NullMarked;
