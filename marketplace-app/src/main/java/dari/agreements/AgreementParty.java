package dari.agreements;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
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
    private @Nullable OrganizationId organization;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "signer"))
    private @Nullable UserId signer;

    private @Nullable String signature;
    private @Nullable Instant signedAt;

    protected AgreementParty() {}

    /** @param organization null for the program, for which any of its administrators signs */
    AgreementParty(Face side, @Nullable OrganizationId organization) {
        this.side = side;
        this.organization = organization;
    }

    /** Whether this person's signature is this party's. */
    boolean isFor(Actor actor) {
        return isFor(side, organization, actor);
    }

    static boolean isFor(Face side, @Nullable OrganizationId organization, Actor actor) {
        return side == Face.PROGRAM
                ? actor.is(Role.PROGRAM_ADMINISTRATOR)
                : organization != null && actor.belongsTo(organization);
    }

    /** The same party, to sign another text. */
    AgreementParty unsigned() {
        return new AgreementParty(side, side == Face.PROGRAM ? null : organization);
    }

    void sign(Actor actor, String name, Instant now) {
        organization = actor.organization();
        signer = actor.user();
        signature = name;
        signedAt = now;
    }

    boolean hasSigned() {
        return signedAt != null;
    }

    Face side() {
        return side;
    }

    @Nullable
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
