/** The only place that knows Stripe. */
@NullMarked
package dari.billing.stripe;

import org.jspecify.annotations.NullMarked;
