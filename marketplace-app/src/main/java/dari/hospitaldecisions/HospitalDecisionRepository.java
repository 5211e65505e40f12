package dari.hospitaldecisions;

import dari.admin.panel.HospitalOutcome;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface HospitalDecisionRepository extends Repository<HospitalDecision, UUID> {

    HospitalDecision save(HospitalDecision decision);

    Optional<HospitalDecision> findByIdAndHospital(UUID id, UUID hospital);

    List<HospitalDecision> findByApplication(UUID application);

    Page<HospitalDecision> findByHospitalOrderByIdDesc(UUID hospital, Pageable page);

    List<HospitalDecision> findByHospitalAndOutcomeOrderById(UUID hospital, HospitalOutcome outcome, Limit limit);

    boolean existsByApplicationAndOffer(UUID application, UUID offer);
}
