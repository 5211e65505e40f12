package dari.privacyledger;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PrivacyLedgerRepository extends Repository<PrivacyLedger, UUID> {

    PrivacyLedger save(PrivacyLedger ledger);

    Optional<PrivacyLedger> findById(UUID hospital);

    /** The same, for this transaction alone until it ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from PrivacyLedger l where l.hospital = :hospital")
    Optional<PrivacyLedger> lock(UUID hospital);

    List<PrivacyLedger> findByLastSequenceGreaterThan(long sequence);
}
