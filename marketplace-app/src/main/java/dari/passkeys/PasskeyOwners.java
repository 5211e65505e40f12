package dari.passkeys;

import dari.accounts.Accounts;
import dari.kernel.IdBytes;
import dari.kernel.UserId;
import dari.notifications.Addressee;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * Our accounts as the library knows people: by a handle, which is the account's id and says nothing about the person.
 * The address and the name are only for the device, which shows them beside its keys.
 */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final Accounts accounts;

    PasskeyOwners(Accounts accounts) {
        this.accounts = accounts;
    }

    static Bytes handle(UserId account) {
        return new Bytes(IdBytes.of(account.value()));
    }

    static UserId account(Bytes handle) {
        return new UserId(IdBytes.toId(handle.getBytes()));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return entity(account(id));
    }

    /** @param username the principal's name, which is the account's id */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return entity(new UserId(UUID.fromString(username)));
    }

    @Override
    public void save(PublicKeyCredentialUserEntity userEntity) {
        throw new IllegalStateException("accounts are registered elsewhere");
    }

    @Override
    public void delete(Bytes id) {
        throw new IllegalStateException("accounts are kept elsewhere");
    }

    private @Nullable PublicKeyCredentialUserEntity entity(UserId account) {
        List<Addressee> found = accounts.addressees(List.of(account));
        if (found.isEmpty()) {
            return null;
        }
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(account))
                .name(found.get(0).email())
                .displayName(accounts.names(List.of(account)).getOrDefault(account, ""))
                .build();
    }
}
