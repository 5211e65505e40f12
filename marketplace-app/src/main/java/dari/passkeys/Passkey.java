package dari.passkeys;

import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/** The public half of a key on one of a person's devices. */
@Entity
class Passkey {

    static final int LONGEST_NAME = 60;

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account"))
    private UserId account;

    private String name;
    private byte[] credentialId;
    private byte[] publicKey;

    @Column(columnDefinition = "BLOB")
    private byte[] attestationObject;

    private long signatureCount;
    private String transports;
    private boolean backupEligible;
    private boolean backedUp;
    private Instant addedAt;
    private @Nullable Instant usedAt;

    protected Passkey() {}

    Passkey(UUID id, UserId account, CredentialRecord made, byte[] attestationObject, Instant now) {
        this.id = id;
        this.account = account;
        this.name = made.getLabel();
        this.credentialId = made.getCredentialId().getBytes();
        this.publicKey = made.getPublicKey().getBytes();
        this.attestationObject = attestationObject;
        this.signatureCount = made.getSignatureCount();
        this.transports = made.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(","));
        this.backupEligible = made.isBackupEligible();
        this.backedUp = made.isBackupState();
        this.addedAt = now;
    }

    void rename(String other) {
        name = other;
    }

    void used(long count, Instant now) {
        signatureCount = count;
        usedAt = now;
    }

    /** As the library checks it; whoever it belongs to is known by the account's id. */
    CredentialRecord record() {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(credentialId))
                .userEntityUserId(PasskeyOwners.handle(account))
                .publicKey(new ImmutablePublicKeyCose(publicKey))
                .attestationObject(new Bytes(attestationObject))
                .signatureCount(signatureCount)
                .uvInitialized(true)
                .transports(transports())
                .backupEligible(backupEligible)
                .backupState(backedUp)
                .created(addedAt)
                .lastUsed(usedAt == null ? addedAt : usedAt)
                .label(name)
                .build();
    }

    PasskeyView view() {
        return new PasskeyView(id, name, backupEligible, addedAt, usedAt);
    }

    UserId account() {
        return account;
    }

    private Set<AuthenticatorTransport> transports() {
        return Arrays.stream(transports.split(","))
                .filter(transport -> !transport.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }
}
