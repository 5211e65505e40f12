package dari.capacity;

import dari.introductions.IntroductionId;
import dari.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CommitmentRepository extends Repository<Commitment, UUID> {

    Commitment save(Commitment commitment);

    void delete(Commitment commitment);

    List<Commitment> findByHospital(OrganizationId hospital);

    Optional<Commitment> findByHospitalAndIntroduction(OrganizationId hospital, IntroductionId introduction);
}
