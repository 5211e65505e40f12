package dari.notifications;

import dari.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface NoticeChoiceRepository extends Repository<NoticeChoice, UUID> {

    NoticeChoice save(NoticeChoice choice);

    Optional<NoticeChoice> findByAccountAndKind(UserId account, NoticeKind kind);

    List<NoticeChoice> findByAccount(UserId account);
}
