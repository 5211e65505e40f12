/** What every page needs: security chains, languages, the shell around a page, error pages, home. */
@NullMarked
package dari.web;

import org.jspecify.annotations.NullMarked;
