package dari.passkeys;

import dari.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PasskeyRepository extends Repository<Passkey, UUID> {

    Passkey save(Passkey passkey);

    Optional<Passkey> findByIdAndAccount(UUID id, UserId account);

    Optional<Passkey> findByCredentialId(byte[] credentialId);

    List<Passkey> findByAccountOrderById(UserId account);

    int countByAccount(UserId account);

    void delete(Passkey passkey);

    void deleteByAccount(UserId account);
}
