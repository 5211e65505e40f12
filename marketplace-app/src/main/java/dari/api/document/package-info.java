/** The API's own description as an OpenAPI 3.1 document, made from the resources themselves. */
@NullMarked
package dari.api.document;

import org.jspecify.annotations.NullMarked;
