/** Signing in with an account elsewhere (OpenID Connect), where the marketplace's owner turned it on. */
@NullMarked
package dari.oidc;

import org.jspecify.annotations.NullMarked;
