/** Passkeys: signing in with a key that a person's own device keeps and unlocks, instead of password and code. */
@NullMarked
package dari.passkeys;

import org.jspecify.annotations.NullMarked;
