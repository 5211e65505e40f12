package dari.admin.discussion;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DiscussionMessageRepository extends Repository<DiscussionMessage, UUID> {

    DiscussionMessage save(DiscussionMessage message);

    List<DiscussionMessage> findByApplicationOrderById(UUID application);
}
