package dari.pooling;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface LinkageStepRepository extends Repository<LinkageStep, UUID> {

    LinkageStep save(LinkageStep step);

    Optional<LinkageStep> findById(UUID id);

    List<LinkageStep> findByApplicationOrderById(UUID application);
}
