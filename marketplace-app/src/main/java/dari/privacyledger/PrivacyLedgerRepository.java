package dari.privacyledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PrivacyLedgerRepository extends Repository<PrivacyLedger, UUID> {

    PrivacyLedger save(PrivacyLedger ledger);

    Optional<PrivacyLedger> findById(UUID hospital);

    List<PrivacyLedger> findByLastSequenceGreaterThan(long sequence);
}
