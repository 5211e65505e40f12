package dari.sandboxes;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ReleaseReviewRepository extends Repository<ReleaseReview, UUID> {

    ReleaseReview save(ReleaseReview review);

    void deleteBySandbox(SandboxId sandbox);

    List<ReleaseReview> findBySandboxOrderById(SandboxId sandbox);

    List<ReleaseReview> findBySandboxInOrderById(Collection<SandboxId> sandboxes);
}
