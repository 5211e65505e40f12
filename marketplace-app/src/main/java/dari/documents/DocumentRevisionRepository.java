package dari.documents;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DocumentRevisionRepository extends Repository<DocumentRevision, UUID> {

    DocumentRevision save(DocumentRevision revision);

    List<DocumentRevision> findByDocumentOrderByRevisionDesc(DocumentId document);

    void delete(DocumentRevision revision);
}
