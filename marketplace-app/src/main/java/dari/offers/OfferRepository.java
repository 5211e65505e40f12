package dari.offers;

import dari.kernel.OrganizationId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OfferRepository extends Repository<Offer, OfferId> {

    Offer save(Offer offer);

    Optional<Offer> findById(OfferId id);

    Optional<Offer> findByIdAndHospital(OfferId id, OrganizationId hospital);

    List<Offer> findByHospitalOrderByIdDesc(OrganizationId hospital);

    List<Offer> findByIdIn(Collection<OfferId> ids);

    @Query("select o from Offer o where o.status = :status and o.id.value > :last order by o.id.value")
    List<Offer> findByStatusAfter(OfferStatus status, UUID last, Limit limit);

    /** Ids alone, which an index has: offers that lie before the page are never read. */
    @Query("select o.id.value from Offer o where o.status = :status order by o.changedAt desc, o.id.value desc")
    Page<UUID> findNewest(OfferStatus status, Pageable page);

    @Query("select new dari.offers.OfferRepository$Changed(o.id.value, o.changedAt) from Offer o"
            + " where o.id.value in :ids and o.status = dari.offers.OfferStatus.PUBLISHED")
    List<Changed> findPublished(Collection<UUID> ids);

    /** An offer without what it says. */
    record Changed(UUID id, Instant changedAt) {}

    List<Offer> findByHospitalAndStatusOrderByIdDesc(OrganizationId hospital, OfferStatus status, Limit limit);

    Page<Offer> findByHospitalOrderByIdDesc(OrganizationId hospital, Pageable page);

    @Query("select o from Offer o where o.hospital = :hospital and o.id.value < :last order by o.id.value desc")
    List<Offer> findOlder(OrganizationId hospital, UUID last, Limit limit);
}
