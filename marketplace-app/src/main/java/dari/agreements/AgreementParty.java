package dari.agreements;

import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One of those who sign, in their order. */
@Embeddable
class AgreementParty {

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Face side;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization"))
    private OrganizationId organization;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "signer"))
    private @Nullable UserId signer;

    private @Nullable String signature;
    private @Nullable Instant signedAt;

    protected AgreementParty() {}

    AgreementParty(Face side, OrganizationId organization) {
        this.side = side;
        this.organization = organization;
    }

    void sign(UserId by, String name, Instant now) {
        signer = by;
        signature = name;
        signedAt = now;
    }

    boolean hasSigned() {
        return signedAt != null;
    }

    Face side() {
        return side;
    }

    OrganizationId organization() {
        return organization;
    }

    @Nullable
    String signature() {
        return signature;
    }

    @Nullable
    Instant signedAt() {
        return signedAt;
    }
}
