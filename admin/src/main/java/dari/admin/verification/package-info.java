/** What was verified of an organisation, and how it changes: by the desk's decision, never by the organisation alone. */
@NullMarked
@NamedInterface
package dari.admin.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
