package dari.notifications;

import dari.kernel.UserId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface NoticeDigestRepository extends Repository<NoticeDigest, UserId> {

    NoticeDigest save(NoticeDigest digest);

    Optional<NoticeDigest> findById(UserId account);

    Optional<NoticeDigest> findByStopHash(byte[] stopHash);
}
