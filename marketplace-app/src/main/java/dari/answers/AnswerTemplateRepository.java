package dari.answers;

import dari.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AnswerTemplateRepository extends Repository<AnswerTemplate, AnswerTemplateId> {

    AnswerTemplate save(AnswerTemplate template);

    void delete(AnswerTemplate template);

    Optional<AnswerTemplate> findByIdAndOrganization(AnswerTemplateId id, OrganizationId organization);

    List<AnswerTemplate> findByOrganizationOrderByKindAscNameAsc(OrganizationId organization);

    long countByOrganization(OrganizationId organization);
}
