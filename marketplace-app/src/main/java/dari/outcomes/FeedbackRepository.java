package dari.outcomes;

import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface FeedbackRepository extends Repository<Feedback, UUID> {

    Feedback save(Feedback feedback);

    Optional<Feedback> findByProject(ProjectId project);

    List<Feedback> findByHospital(OrganizationId hospital);
}
