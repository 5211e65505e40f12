package dari.documents;

import dari.kernel.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StoredFileRepository extends Repository<StoredFile, UUID> {

    StoredFile save(StoredFile file);

    Optional<StoredFile> findById(UUID id);

    List<StoredFile> findByIdIn(Collection<UUID> ids);

    List<StoredFile> findByOrganizationAndSha256(OrganizationId organization, byte[] sha256);

    @Query("select f.id from StoredFile f")
    Set<UUID> findIds();

    void delete(StoredFile file);
}
