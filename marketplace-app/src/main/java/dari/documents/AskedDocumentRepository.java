package dari.documents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AskedDocumentRepository extends Repository<AskedDocument, UUID> {

    AskedDocument save(AskedDocument asked);

    void delete(AskedDocument asked);

    Optional<AskedDocument> findByIdAndAsker(UUID id, Party asker);

    List<AskedDocument> findByAskerOrderById(Party asker);

    @Query("select distinct a.asker.id from AskedDocument a where a.asker.kind = ?1")
    List<UUID> askers(PartyKind kind);
}
