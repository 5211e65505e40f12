package dari.drafts;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface FormDraftRepository extends Repository<FormDraft, UUID> {

    FormDraft save(FormDraft draft);

    void delete(FormDraft draft);

    Optional<FormDraft> findByPersonAndOrganizationAndForm(UserId person, OrganizationId organization, String form);

    void deleteByChangedAtBefore(Instant day);
}
