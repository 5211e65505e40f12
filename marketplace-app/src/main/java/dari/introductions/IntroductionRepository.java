package dari.introductions;

import dari.kernel.OrganizationId;
import dari.needs.NeedId;
import dari.offers.OfferId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface IntroductionRepository extends Repository<Introduction, IntroductionId> {

    Introduction save(Introduction introduction);

    Optional<Introduction> findById(IntroductionId id);

    Optional<Introduction> findByOfferAndNeed(OfferId offer, NeedId need);

    List<Introduction> findByStartupOrderByIdDesc(OrganizationId startup);

    List<Introduction> findByHospitalOrderByIdDesc(OrganizationId hospital);

    List<Introduction> findByStatusAndAnswerDueBefore(IntroductionStatus status, LocalDate day);
}
