package dari.documents;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DocumentGrantRepository extends Repository<DocumentGrant, UUID> {

    DocumentGrant save(DocumentGrant grant);

    void delete(DocumentGrant grant);

    Optional<DocumentGrant> findByIdAndDocument(UUID id, DocumentId document);

    List<DocumentGrant> findByDocumentInOrderById(Collection<DocumentId> documents);

    List<DocumentGrant> findByViewerOrderById(Party viewer);

    boolean existsByDocumentAndViewer(DocumentId document, Party viewer);
}
