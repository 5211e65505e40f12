package dari.accounts;

import dari.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PasswordResetRepository extends Repository<PasswordReset, UUID> {

    PasswordReset save(PasswordReset reset);

    Optional<PasswordReset> findByTokenHash(byte[] tokenHash);

    List<PasswordReset> findByAccountAndUsedAtIsNull(UserId account);

    long countByAccountAndAskedAtAfter(UserId account, Instant since);
}
