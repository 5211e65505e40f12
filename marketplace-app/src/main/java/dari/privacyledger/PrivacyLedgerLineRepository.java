package dari.privacyledger;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface PrivacyLedgerLineRepository extends Repository<PrivacyLedgerLine, UUID> {

    List<PrivacyLedgerLine> saveAll(Iterable<PrivacyLedgerLine> lines);

    List<PrivacyLedgerLine> findByHospitalOrderBySequenceNo(UUID hospital);

    Page<PrivacyLedgerLine> findByHospitalOrderBySequenceNoDesc(UUID hospital, Pageable page);
}
