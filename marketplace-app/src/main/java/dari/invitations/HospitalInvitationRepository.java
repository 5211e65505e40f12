package dari.invitations;

import dari.kernel.OrganizationId;
import dari.needs.NeedId;
import dari.offers.OfferId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface HospitalInvitationRepository extends Repository<HospitalInvitation, InvitationId> {

    HospitalInvitation saveAndFlush(HospitalInvitation invitation);

    Optional<HospitalInvitation> findById(InvitationId id);

    Page<HospitalInvitation> findByHospitalOrderByIdDesc(OrganizationId hospital, Pageable page);

    Page<HospitalInvitation> findByStartupOrderByIdDesc(OrganizationId startup, Pageable page);

    List<HospitalInvitation> findByHospitalAndStatusOrderById(OrganizationId hospital, InvitationStatus status);

    List<HospitalInvitation> findByStartupAndStatusOrderById(OrganizationId startup, InvitationStatus status);

    List<HospitalInvitation> findByHospitalAndNeedIn(OrganizationId hospital, Collection<NeedId> needs);

    boolean existsByHospitalAndNeedAndNeedRevisionAndStatusIn(
            OrganizationId hospital, NeedId need, int needRevision, Collection<InvitationStatus> statuses);

    @Query("select i.openPlace from HospitalInvitation i where i.hospital = :hospital and i.openPlace is not null")
    List<Integer> findPlacesTaken(OrganizationId hospital);

    Optional<HospitalInvitation> findByOfferAndNeedAndStatus(OfferId offer, NeedId need, InvitationStatus status);

    List<HospitalInvitation> findByNeedAndStatus(NeedId need, InvitationStatus status);

    List<HospitalInvitation> findByStatusAndAnswerDueBefore(InvitationStatus status, LocalDate day);
}
