package dari.capacity;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ClinicianTimeRepository extends Repository<ClinicianTime, UUID> {

    ClinicianTime save(ClinicianTime time);

    List<ClinicianTime> findByHospital(OrganizationId hospital);

    Optional<ClinicianTime> findByHospitalAndClinician(OrganizationId hospital, UserId clinician);
}
