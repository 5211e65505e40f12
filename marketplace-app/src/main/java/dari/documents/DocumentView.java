package dari.documents;

import dari.kernel.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;

/** A document as it is now, as its organisation and those who may see it read it. */
public record DocumentView(
        DocumentId id,
        OrganizationId organization,
        int revision,
        DocumentContent content,
        FileFacts file,
        Instant changedAt,
        LocalDate today) {

    public DocumentState state() {
        return content.state(today);
    }
}
