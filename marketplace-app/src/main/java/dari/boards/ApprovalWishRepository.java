package dari.boards;

import dari.kernel.OrganizationId;
import dari.offers.OfferId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ApprovalWishRepository extends Repository<ApprovalWish, UUID> {

    ApprovalWish save(ApprovalWish wish);

    Optional<ApprovalWish> findByStartupAndOffer(OrganizationId startup, OfferId offer);
}
