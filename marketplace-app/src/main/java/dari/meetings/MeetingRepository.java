package dari.meetings;

import dari.introductions.IntroductionId;
import dari.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MeetingRepository extends Repository<Meeting, MeetingId> {

    Meeting saveAndFlush(Meeting meeting);

    Optional<Meeting> findById(MeetingId id);

    Optional<Meeting> findByIdAndIntroduction(MeetingId id, IntroductionId introduction);

    List<Meeting> findByIntroductionOrderByIdDesc(IntroductionId introduction);

    boolean existsByIntroductionAndStatus(IntroductionId introduction, MeetingStatus status);

    @Query("select m from Meeting m where m.status = :status"
            + " and (m.proposer = :organization or m.guest = :organization) order by m.id.value")
    List<Meeting> findOf(OrganizationId organization, MeetingStatus status);

    List<Meeting> findByStatusAndLastSlotBefore(MeetingStatus status, Instant now);
}
