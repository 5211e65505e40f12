package dari.admin.discussion;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DiscussionRepository extends Repository<Discussion, UUID> {

    Discussion save(Discussion discussion);

    Optional<Discussion> findById(UUID application);
}
