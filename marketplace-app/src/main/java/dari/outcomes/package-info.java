/** What came of projects: publications, patents, products, and what startups say of working with a hospital. */
@NullMarked
package dari.outcomes;

import org.jspecify.annotations.NullMarked;
