package dari.profiles;

import dari.kernel.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DatasetProfileRepository extends Repository<DatasetProfile, UUID> {

    DatasetProfile save(DatasetProfile profile);

    Optional<DatasetProfile> findById(UUID id);

    List<DatasetProfile> findByHospitalOrderBySourceAscNumberDesc(OrganizationId hospital);

    List<DatasetProfile> findByHospitalAndSourceOrderByNumberDesc(OrganizationId hospital, String source);

    List<DatasetProfile> findByHospitalAndStatusInOrderById(
            OrganizationId hospital, Collection<ProfileStatus> statuses);

    Optional<DatasetProfile> findByHospitalAndSourceAndStatus(
            OrganizationId hospital, String source, ProfileStatus status);
}
