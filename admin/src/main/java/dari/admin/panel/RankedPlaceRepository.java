package dari.admin.panel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RankedPlaceRepository extends Repository<RankedPlace, UUID> {

    RankedPlace save(RankedPlace entity);

    /** At once: what is saved next may hold the same keys. */
    @Modifying
    @Query("delete from RankedPlace m where m.programCall = :call and m.published = false")
    void removeUnpublished(UUID call);

    Optional<RankedPlace> findByApplication(UUID application);

    List<RankedPlace> findByProgramCallOrderByPlaceNo(UUID call);

    List<RankedPlace> findByProgramCallOrderByPlaceNoAscIdAsc(UUID call, Pageable page);

    int countByProgramCall(UUID call);

    boolean existsByProgramCallAndPublishedFalse(UUID call);

    /** Those of some points that more than one has. */
    @Query("select p.points from RankedPlace p where p.programCall = :call and p.points in :points"
            + " group by p.points having count(p) > 1")
    List<BigDecimal> findTied(UUID call, Collection<BigDecimal> points);

    @Query("select p from RankedPlace p, Application a where a.id = p.application and a.startup = :startup"
            + " and p.published = true and p.state = dari.admin.panel.PlaceState.OFFERED and p.acceptBy is not null"
            + " order by p.acceptBy, p.id")
    List<RankedPlace> findOffered(UUID startup, Limit limit);

    List<RankedPlace> findByApplicationIn(Collection<UUID> applications);

    List<RankedPlace> findByStateAndAcceptByBefore(PlaceState state, LocalDate day);

    List<RankedPlace> findByStateInAndRefilledFalseAndPublishedTrueOrderByPlaceNo(Collection<PlaceState> states);
}
