package dari.questions;

import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface QuestionRepository extends Repository<PublicQuestion, UUID> {

    PublicQuestion save(PublicQuestion question);

    Optional<PublicQuestion> findById(UUID id);

    List<PublicQuestion> findByStateOrderByIdDesc(QuestionState state);

    List<PublicQuestion> findByProjectAndStateOrderByIdDesc(ProjectId project, QuestionState state);

    List<PublicQuestion> findByHospitalAndStateOrderById(OrganizationId hospital, QuestionState state);

    List<PublicQuestion> findByStateOrderById(QuestionState state);

    long countByProjectAndState(ProjectId project, QuestionState state);

    Page<PublicQuestion> findByHospitalOrderByIdDesc(OrganizationId hospital, Pageable page);

    Page<PublicQuestion> findAllByOrderByIdDesc(Pageable page);
}
