package dari.offers;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface OfferRevisionRepository extends Repository<OfferRevision, UUID> {

    OfferRevision save(OfferRevision revision);

    Optional<OfferRevision> findByOfferAndRevision(OfferId offer, int revision);
}
