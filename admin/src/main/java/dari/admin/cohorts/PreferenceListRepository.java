package dari.admin.cohorts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PreferenceListRepository extends Repository<PreferenceList, UUID> {

    PreferenceList save(PreferenceList list);

    List<PreferenceList> findByCohortOrderById(UUID cohort);

    List<PreferenceList> findByCohortAndOrganizationOrderById(UUID cohort, UUID organization);

    List<PreferenceList> findByOrganizationOrderByIdDesc(UUID organization);

    Optional<PreferenceList> findByIdAndCohortAndOrganization(UUID id, UUID cohort, UUID organization);
}
