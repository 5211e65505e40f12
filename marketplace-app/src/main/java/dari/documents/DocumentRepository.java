package dari.documents;

import dari.kernel.OrganizationId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DocumentRepository extends Repository<Document, DocumentId> {

    Document save(Document document);

    void delete(Document document);

    Optional<Document> findById(DocumentId id);

    Optional<Document> findByIdAndOrganization(DocumentId id, OrganizationId organization);

    List<Document> findByOrganizationOrderByIdDesc(OrganizationId organization);

    /** What ends until a day on top, the first to end first; then the newest. */
    @Query("select d from Document d where d.organization = :organization"
            + " order by case when d.content.expiresOn <= :soon then 0 else 1 end,"
            + " case when d.content.expiresOn <= :soon then d.content.expiresOn else null end, d.id.value desc")
    Page<Document> findEndingFirst(OrganizationId organization, LocalDate soon, Pageable page);

    List<Document> findByIdInOrderById(Collection<DocumentId> ids);

    /** Ends until a day, of which not the last was told: -1 says that it has ended. */
    @Query("select d from Document d where d.content.expiresOn <= ?1"
            + " and (d.remindedBefore is null or d.remindedBefore > -1)")
    List<Document> toRemind(LocalDate until);

    @Query("select d from Document d where d.organization in ?1 and d.content.kind = ?2 order by d.id")
    List<Document> findOfKind(Collection<OrganizationId> organizations, DocumentKind kind);
}
