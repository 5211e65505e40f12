package dari.offers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface OfferRevisionRepository extends Repository<OfferRevision, UUID> {

    OfferRevision save(OfferRevision revision);

    List<OfferRevision> findByOfferOrderByRevision(OfferId offer);

    Optional<OfferRevision> findFirstByOfferOrderByRevisionDesc(OfferId offer);

    List<OfferRevision> findByOfferInAndRevisionIn(Collection<OfferId> offers, Collection<Integer> revisions);

    Optional<OfferRevision> findByOfferAndRevision(OfferId offer, int revision);
}
