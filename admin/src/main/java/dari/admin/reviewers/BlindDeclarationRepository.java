package dari.admin.reviewers;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface BlindDeclarationRepository extends Repository<BlindDeclaration, UUID> {

    BlindDeclaration save(BlindDeclaration declaration);

    boolean existsByProgramCallAndReviewerAndOrganization(UUID call, UUID reviewer, UUID organization);

    List<BlindDeclaration> findByProgramCall(UUID call);
}
