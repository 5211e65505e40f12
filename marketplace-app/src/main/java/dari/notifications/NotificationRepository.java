package dari.notifications;

import dari.kernel.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface NotificationRepository extends Repository<Notification, UUID> {

    Notification save(Notification notification);

    List<Notification> findByAccountOrderByIdDesc(UserId account, Limit limit);

    long countByAccountAndReadAtIsNull(UserId account);
}
