/** API tokens: a person's leave for a program to act as them in one organisation, within named scopes, for a time. */
@NullMarked
package dari.tokens;

import org.jspecify.annotations.NullMarked;
