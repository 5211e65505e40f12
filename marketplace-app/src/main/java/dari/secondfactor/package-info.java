/** The second step of signing in: codes of an authenticator app, and codes for the day the telephone is lost. */
@NullMarked
package dari.secondfactor;

import org.jspecify.annotations.NullMarked;
