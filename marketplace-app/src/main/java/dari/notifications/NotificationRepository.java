package dari.notifications;

import dari.kernel.UserId;
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

interface NotificationRepository extends Repository<Notification, UUID> {

    Notification save(Notification notification);

    Page<Notification> findByAccountOrderByIdDesc(UserId account, Pageable page);

    Optional<Notification> findByIdAndAccount(UUID id, UserId account);

    Optional<Notification> findByStopHash(byte[] stopHash);

    List<Notification> findByAccountAndLetterOrderById(UserId account, LetterState letter, Limit limit);

    @Query("SELECT DISTINCT n.account FROM Notification n WHERE n.letter = :letter")
    List<UserId> findAccountsByLetter(LetterState letter);

    long countByAccountAndReadAtIsNull(UserId account);

    /** Two windows may show the same notices at once: whoever comes second changes nothing. */
    @Modifying(clearAutomatically = true)
    @Query("UPDATE VERSIONED Notification n SET n.readAt = :now"
            + " WHERE n.account = :account AND n.id IN :ids AND n.readAt IS NULL")
    void markRead(UserId account, List<UUID> ids, Instant now);
}
