package dari.introductions;

import dari.kernel.OrganizationId;
import dari.needs.NeedId;
import dari.offers.OfferId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface IntroductionRepository extends Repository<Introduction, IntroductionId> {

    Introduction save(Introduction introduction);

    Optional<Introduction> findById(IntroductionId id);

    Optional<Introduction> findByOfferAndNeed(OfferId offer, NeedId need);

    List<Introduction> findByOfferAndStartupOrderByIdDesc(OfferId offer, OrganizationId startup);

    List<Introduction> findByStartupOrderByIdDesc(OrganizationId startup);

    List<Introduction> findByHospitalOrderByIdDesc(OrganizationId hospital);

    Page<Introduction> findByStartupOrderByIdDesc(OrganizationId startup, Pageable page);

    Page<Introduction> findByHospitalOrderByIdDesc(OrganizationId hospital, Pageable page);

    @Query("select i from Introduction i where i.startup = :startup and i.id.value < :last order by i.id.value desc")
    List<Introduction> findOlderOfStartup(OrganizationId startup, UUID last, Limit limit);

    @Query("select i from Introduction i where i.hospital = :hospital and i.id.value < :last order by i.id.value desc")
    List<Introduction> findOlderOfHospital(OrganizationId hospital, UUID last, Limit limit);

    List<Introduction> findByStartupAndStatusOrderByIdDesc(OrganizationId startup, IntroductionStatus status);

    List<Introduction> findByStartupAndStatusOrderByAnswerDue(
            OrganizationId startup, IntroductionStatus status, Limit limit);

    List<Introduction> findByHospitalAndStatusOrderByAnswerDue(
            OrganizationId hospital, IntroductionStatus status, Limit limit);

    @Query("select i.need from Introduction i where i.hospital = :hospital and i.status in :statuses")
    Set<NeedId> findNeeds(OrganizationId hospital, Collection<IntroductionStatus> statuses);

    @Query("select distinct i.hospital from Introduction i where i.startup = :startup and i.status in :statuses")
    Set<OrganizationId> findHospitals(OrganizationId startup, Collection<IntroductionStatus> statuses);

    @Query("select distinct i.startup from Introduction i where i.hospital = :hospital and i.status in :statuses")
    Set<OrganizationId> findStartups(OrganizationId hospital, Collection<IntroductionStatus> statuses);

    /** Without the needs' texts. */
    @Query("select new dari.introductions.Interest("
            + "i.id, i.offer, i.startup, i.status, i.declaredAt, i.answeredAt) from Introduction i"
            + " where i.hospital = :hospital order by i.id.value desc")
    List<Interest> findInterests(OrganizationId hospital);

    List<Introduction> findByStatusAndAnswerDueBefore(IntroductionStatus status, LocalDate day);
}
