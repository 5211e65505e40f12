package dari.accounts;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AccountTokenRepository extends Repository<AccountToken, UUID> {

    AccountToken save(AccountToken token);

    Optional<AccountToken> findByTokenHash(byte[] tokenHash);
}
