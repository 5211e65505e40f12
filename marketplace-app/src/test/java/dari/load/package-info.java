/**
 * The marketplace at the size it is meant for: a seeding command that fills a new database with 100,000 offers and 20,000
 * applications, and a walk over every list page that measures what the server needs for each. {@code scripts/load.sh} runs
 * both; they are no part of the application. docs/load.md tells more.
 */
@NullMarked
package dari.load;

import org.jspecify.annotations.NullMarked;
