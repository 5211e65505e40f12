package dari.needs;

import dari.kernel.OrganizationId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface NeedRepository extends Repository<Need, NeedId> {

    Need save(Need need);

    Optional<Need> findByIdAndStartup(NeedId id, OrganizationId startup);

    List<Need> findByStartupOrderByIdDesc(OrganizationId startup);

    Page<Need> findByStartupOrderByIdDesc(OrganizationId startup, Pageable page);

    Optional<Need> findFirstByStartupAndStatusOrderByIdDesc(OrganizationId startup, NeedStatus status);

    Optional<Need> findFirstByStartupOrderByIdDesc(OrganizationId startup);

    String VISIBLE = " from Need n where n.status = dari.needs.NeedStatus.PUBLISHED"
            + " and (n.audience = dari.needs.NeedAudience.VERIFIED"
            + " or (n.audience = dari.needs.NeedAudience.CHOSEN"
            + " and exists (select 1 from n.viewers v where v.value = :hospital)))";

    String NARROWED = VISIBLE + " and (:anyModality = true or n.modality in :modalities)"
            + " and (:anyDisease = true or n.disease in :diseases)";

    @Query("select n" + NARROWED + " order by n.id.value desc")
    List<Need> findVisible(
            UUID hospital,
            boolean anyModality,
            Collection<String> modalities,
            boolean anyDisease,
            Collection<String> diseases,
            Limit limit);

    @Query("select count(n)" + NARROWED)
    long countVisible(
            UUID hospital,
            boolean anyModality,
            Collection<String> modalities,
            boolean anyDisease,
            Collection<String> diseases);

    @Query("select n" + VISIBLE + " and n.id = :id")
    Optional<Need> findVisible(UUID hospital, NeedId id);

    @Query("select distinct n.modality" + VISIBLE)
    List<String> findVisibleModalities(UUID hospital);

    @Query("select distinct n.disease" + VISIBLE)
    List<String> findVisibleDiseases(UUID hospital);
}
