package dari.organizations;

import dari.kernel.Face;
import dari.kernel.OrganizationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class Organization {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private OrganizationId id;

    @Version
    private Integer version;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Face face;

    private String name;
    private @Nullable String englishName;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String registrationNumber;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String country;

    private @Nullable String region;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Verification verification;

    private Instant createdAt;

    protected Organization() {}

    Organization(OrganizationId id, NewOrganization request, Instant now) {
        this.id = id;
        this.face = request.face();
        this.name = request.name().strip();
        this.englishName = request.englishName();
        this.registrationNumber = request.registrationNumber().digits();
        this.country = request.country();
        this.region = request.region();
        this.verification = Verification.PENDING;
        this.createdAt = now;
    }

    void decided(Verification decision) {
        verification = decision;
    }

    /** What is on record of it from now on. */
    void become(
            String newName,
            @Nullable String newEnglishName,
            BusinessRegistrationNumber number,
            @Nullable String newRegion) {
        name = newName;
        englishName = newEnglishName;
        registrationNumber = number.digits();
        region = newRegion;
    }

    OrganizationId id() {
        return id;
    }

    Face face() {
        return face;
    }

    OrganizationFacts facts() {
        return new OrganizationFacts(
                id,
                face,
                name,
                englishName,
                new BusinessRegistrationNumber(registrationNumber),
                country,
                region,
                verification);
    }
}
