package dari.documents;

import dari.kernel.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document of one kind that a hospital was shown and sees no longer.
 *
 * @param expiresOn as it stood when it was hidden; null for one without an end
 */
public record KindHidden(
        OrganizationId owner,
        OrganizationId hospital,
        @Nullable LocalDate expiresOn,
        Instant hiddenAt) {}
