package dari.needs;

import dari.kernel.OrganizationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "startup_profile")
class ProfileRecord {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "organization"))
    private OrganizationId organization;

    @Version
    private Integer version;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String content;

    private Instant changedAt;

    protected ProfileRecord() {}

    ProfileRecord(OrganizationId organization, String content, Instant now) {
        this.organization = organization;
        this.content = content;
        this.changedAt = now;
    }

    void change(String newContent, Instant now) {
        content = newContent;
        changedAt = now;
    }

    OrganizationId organization() {
        return organization;
    }

    String content() {
        return content;
    }
}
