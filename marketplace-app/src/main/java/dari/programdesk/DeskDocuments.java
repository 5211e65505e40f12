package dari.programdesk;

import dari.admin.VerificationDocuments;
import dari.documents.DocumentState;
import dari.documents.Documents;
import dari.documents.ScanState;
import dari.kernel.OrganizationId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What an organisation shows the office from its wallet. */
@Component
class DeskDocuments implements VerificationDocuments {

    private final Documents documents;

    DeskDocuments(Documents documents) {
        this.documents = documents;
    }

    @Override
    public List<VerificationDocument> of(UUID organization) {
        return documents.shownForVerification(new OrganizationId(organization)).stream()
                .map(shown -> new VerificationDocument(
                        shown.document().content().title(),
                        shown.document().file().name(),
                        "/program/documents/" + shown.document().id().value() + "/file",
                        shown.document().state() == DocumentState.EXPIRED,
                        shown.document().file().scan() != ScanState.CLEAN))
                .toList();
    }
}
