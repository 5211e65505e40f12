package dari.privacyledger;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PrivacyLedgerLineRepository extends Repository<PrivacyLedgerLine, UUID> {

    List<PrivacyLedgerLine> saveAll(Iterable<PrivacyLedgerLine> lines);

    List<PrivacyLedgerLine> findByHospitalOrderBySequenceNo(UUID hospital);
}
