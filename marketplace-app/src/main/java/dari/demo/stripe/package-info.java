/** A stand-in for Stripe on this machine, for the demo: checkout sessions, a page to pay on, signed events. */
@NullMarked
package dari.demo.stripe;

import org.jspecify.annotations.NullMarked;
