package dari.agreements;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AgreementChangeRepository extends Repository<AgreementChange, UUID> {

    AgreementChange save(AgreementChange change);

    Optional<AgreementChange> findById(UUID id);

    List<AgreementChange> findByAgreementOrderById(UUID agreement);
}
