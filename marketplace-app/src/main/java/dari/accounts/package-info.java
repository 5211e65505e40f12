/** People: registration, confirmation by e-mail, sign-in, a forgotten password. */
@NullMarked
package dari.accounts;

import org.jspecify.annotations.NullMarked;
