/** Each hospital's public page: what runs there, and how a patient is left out without giving a company a name. */
@NullMarked
package dari.hospitalpages;

import org.jspecify.annotations.NullMarked;
