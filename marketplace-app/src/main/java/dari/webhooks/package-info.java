/** Webhooks: tells an organisation's own systems what happened to its things, signed, by ids alone. */
@NullMarked
package dari.webhooks;

import org.jspecify.annotations.NullMarked;
