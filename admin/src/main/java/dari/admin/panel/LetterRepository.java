package dari.admin.panel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LetterRepository extends Repository<Letter, UUID> {

    Letter save(Letter entity);

    Optional<Letter> findById(UUID id);

    boolean existsByApplicationAndKind(UUID application, LetterKind kind);

    boolean existsByProgramCall(UUID call);

    List<Letter> findByApplicationOrderById(UUID application);

    Page<Letter> findByProgramCallOrderById(UUID call, Pageable page);

    @Query("select new dari.admin.panel.Letter$Key(l.application, l.kind) from Letter l where l.programCall = :call")
    Set<Letter.Key> findKeys(UUID call);
}
