/** People: registration, confirmation by e-mail, sign-in. */
@NullMarked
package dari.accounts;

import org.jspecify.annotations.NullMarked;
