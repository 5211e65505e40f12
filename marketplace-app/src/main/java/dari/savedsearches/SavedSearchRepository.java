package dari.savedsearches;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface SavedSearchRepository extends Repository<SavedSearch, SavedSearchId> {

    SavedSearch save(SavedSearch search);

    void delete(SavedSearch search);

    void flush();

    Optional<SavedSearch> findById(SavedSearchId id);

    Optional<SavedSearch> findByIdAndAccountAndStartup(SavedSearchId id, UserId account, OrganizationId startup);

    List<SavedSearch> findByAccountAndStartupOrderByIdDesc(UserId account, OrganizationId startup);

    long countByAccountAndStartup(UserId account, OrganizationId startup);

    List<SavedSearch> findByLookAtLessThanEqualOrderByLookAtAscIdAsc(Instant now, Limit limit);
}
