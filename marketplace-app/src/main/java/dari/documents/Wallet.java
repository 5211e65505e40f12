package dari.documents;

import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.SignedIn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads wallets; knows nothing of who else may see a document. */
@Service
@Transactional(readOnly = true)
public class Wallet {

    private final DocumentRepository documents;
    private final KeptFiles files;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ZoneId seoul;

    Wallet(DocumentRepository documents, KeptFiles files, CurrentActor currentActor, Clock clock, ZoneId seoul) {
        this.documents = documents;
        this.files = files;
        this.currentActor = currentActor;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** The documents of the actor's organisation, for a form that lets choose one. */
    @SignedIn
    public List<DocumentView> mine() {
        return of(currentActor.get().organization());
    }

    /** The present file of a document of the actor's organisation. */
    @SignedIn
    public FileFacts fileOf(DocumentId id) {
        return documents
                .findByIdAndOrganization(id, currentActor.get().organization())
                .map(document -> views(List.of(document)).get(0).file())
                .orElseThrow(() -> new NotFoundException("document"));
    }

    /** The documents of an organisation: what ends first on top, then the newest. */
    @BackgroundWork
    public List<DocumentView> of(OrganizationId organization) {
        return views(documents.findByOrganizationOrderByIdDesc(organization)).stream()
                .sorted(Comparator.comparing((DocumentView document) -> document.state() == DocumentState.VALID
                        ? LocalDate.MAX
                        : document.content().expiresOn()))
                .toList();
    }

    /** The same, a page at a time. */
    Page<DocumentView> of(OrganizationId organization, int page, int size) {
        LocalDate soon = LocalDate.now(clock.withZone(seoul)).plusDays(DocumentContent.SOON_DAYS);
        Page<Document> found = documents.findEndingFirst(organization, soon, PageRequest.of(page, size));
        return new PageImpl<>(views(found.getContent()), found.getPageable(), found.getTotalElements());
    }

    List<DocumentView> views(List<Document> found) {
        Map<UUID, FileFacts> facts =
                files.facts(found.stream().map(Document::file).toList());
        LocalDate today = today();
        return found.stream()
                .map(document -> new DocumentView(
                        document.id(),
                        document.organization(),
                        document.revision(),
                        document.content(),
                        Objects.requireNonNull(facts.get(document.file())),
                        document.changedAt(),
                        today))
                .toList();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(seoul));
    }
}
