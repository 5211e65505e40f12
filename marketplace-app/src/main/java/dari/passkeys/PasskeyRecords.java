package dari.passkeys;

import dari.kernel.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Our table, as the library reads and writes it. */
@Component
class PasskeyRecords implements UserCredentialRepository {

    private final PasskeyRepository passkeys;
    private final Ids ids;
    private final Clock clock;

    PasskeyRecords(PasskeyRepository passkeys, Ids ids, Clock clock) {
        this.passkeys = passkeys;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void save(CredentialRecord record) {
        passkeys.findByCredentialId(record.getCredentialId().getBytes())
                .ifPresentOrElse(
                        known -> known.used(record.getSignatureCount(), clock.instant()),
                        () -> passkeys.save(new Passkey(
                                ids.next(),
                                PasskeyOwners.account(record.getUserEntityUserId()),
                                record,
                                Objects.requireNonNull(record.getAttestationObject())
                                        .getBytes(),
                                clock.instant())));
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return passkeys.findByCredentialId(credentialId.getBytes())
                .map(Passkey::record)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return passkeys.findByAccountOrderById(PasskeyOwners.account(userId)).stream()
                .map(Passkey::record)
                .toList();
    }

    @Override
    public void delete(Bytes credentialId) {
        passkeys.findByCredentialId(credentialId.getBytes()).ifPresent(passkeys::delete);
    }
}
