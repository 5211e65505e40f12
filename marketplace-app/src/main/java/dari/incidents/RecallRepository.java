package dari.incidents;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RecallRepository extends Repository<RecallItem, UUID> {

    RecallItem save(RecallItem item);

    List<RecallItem> findByIncidentOrderById(UUID incident);

    List<RecallItem> findByIncidentAndRecipient(UUID incident, UserId recipient);

    boolean existsByIncidentAndAttestedAtNullAndWaivedBecauseNull(UUID incident);

    @Query("select distinct r.incident from RecallItem r where r.organization = :organization"
            + " and r.attestedAt is null and r.waivedBecause is null order by r.incident")
    List<UUID> findOpen(OrganizationId organization, Limit limit);
}
