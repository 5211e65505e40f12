package dari.admin.panel;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface LetterTemplateRepository extends Repository<LetterTemplate, UUID> {

    LetterTemplate save(LetterTemplate entity);

    Optional<LetterTemplate> findByProgramCallAndKind(UUID call, LetterKind kind);
}
