package dari.feasibility;

import dari.kernel.OrganizationId;
import dari.offers.OfferId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface FeasibilityQuestionRepository extends Repository<FeasibilityQuestion, UUID> {

    /** Makes the startup's other questions wait until this transaction ends: whoever wrote the row first holds it. */
    @Modifying
    @Query(
            nativeQuery = true,
            value = "INSERT INTO feasibility_turn (startup) VALUES (?1) ON DUPLICATE KEY UPDATE startup = startup")
    void takeTurn(byte[] startup);

    FeasibilityQuestion save(FeasibilityQuestion question);

    Optional<FeasibilityQuestion> findById(UUID id);

    List<FeasibilityQuestion> findByStartupAndOfferOrderByIdDesc(OrganizationId startup, OfferId offer);

    List<FeasibilityQuestion> findByStartupAndHospitalAndSource(
            OrganizationId startup, OrganizationId hospital, String source);

    long countByStartupAndOfferAndAskedAtGreaterThanEqual(OrganizationId startup, OfferId offer, Instant since);

    List<FeasibilityQuestion> findByHospitalAndStatusOrderById(
            OrganizationId hospital, FeasibilityStatus status, Limit limit);

    List<FeasibilityQuestion> findByStartupAndStatusOrderById(
            OrganizationId startup, FeasibilityStatus status, Limit limit);

    Page<FeasibilityQuestion> findByHospitalOrderByIdDesc(OrganizationId hospital, Pageable page);

    Optional<FeasibilityQuestion> findFirstByHospitalAndSourceAndDatasetVersionAndQuestionHashAndStatusOrderById(
            OrganizationId hospital, String source, int datasetVersion, String questionHash, FeasibilityStatus status);
}
