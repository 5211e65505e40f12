package dari.documents;

import dari.kernel.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface HiddenDocumentRepository extends Repository<HiddenDocument, UUID> {

    HiddenDocument save(HiddenDocument hidden);

    List<HiddenDocument> findByOwnerInAndKindOrderById(Collection<OrganizationId> owners, DocumentKind kind);
}
