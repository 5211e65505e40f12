package dari.secondfactor;

import dari.kernel.UserId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface RecoveryCodeRepository extends Repository<RecoveryCode, UUID> {

    RecoveryCode save(RecoveryCode code);

    Optional<RecoveryCode> findByAccountAndCodeHashAndUsedAtIsNull(UserId account, byte[] codeHash);

    int countByAccountAndUsedAtIsNull(UserId account);

    void deleteByAccount(UserId account);
}
