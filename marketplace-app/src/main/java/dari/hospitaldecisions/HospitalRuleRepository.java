package dari.hospitaldecisions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface HospitalRuleRepository extends Repository<HospitalRule, UUID> {

    HospitalRule save(HospitalRule rule);

    Optional<HospitalRule> findByIdAndHospital(UUID id, UUID hospital);

    List<HospitalRule> findByHospitalAndOffAtIsNullOrderById(UUID hospital);

    Optional<HospitalRule> findByHospitalAndOfferAndOffAtIsNull(UUID hospital, UUID offer);
}
