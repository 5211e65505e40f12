package dari.admin;

import dari.admin.forms.LocalText;
import java.util.UUID;

/**
 * A hospital that agreed to work with a startup, and about what.
 *
 * @param facts everything reviewers should see of offer and need, as JSON, frozen when the application is submitted
 */
public record ApplicationPartner(
        UUID introduction,
        UUID hospital,
        String hospitalName,
        UUID offer,
        int offerRevision,
        LocalText offerTitle,
        UUID need,
        int needRevision,
        String needTitle,
        String facts) {}
