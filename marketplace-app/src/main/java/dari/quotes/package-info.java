/** What hospitals ask of the startups they talk with, and what startups say to it, before anything is invoiced. */
@NullMarked
package dari.quotes;

import org.jspecify.annotations.NullMarked;
