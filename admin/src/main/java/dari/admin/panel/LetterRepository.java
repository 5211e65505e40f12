package dari.admin.panel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface LetterRepository extends Repository<Letter, UUID> {

    Letter save(Letter entity);

    Optional<Letter> findById(UUID id);

    boolean existsByApplicationAndKind(UUID application, LetterKind kind);

    boolean existsByProgramCall(UUID call);

    List<Letter> findByApplicationOrderById(UUID application);

    List<Letter> findByProgramCallOrderById(UUID call);
}
