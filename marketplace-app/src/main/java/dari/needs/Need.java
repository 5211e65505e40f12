package dari.needs;

import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Need {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private NeedId id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "startup"))
    private OrganizationId startup;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private NeedStatus status;

    private int revision;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String content;

    private Instant createdAt;
    private Instant changedAt;

    protected Need() {}

    Need(NeedId id, OrganizationId startup, String content, Instant now) {
        this.id = id;
        this.startup = startup;
        this.status = NeedStatus.DRAFT;
        this.revision = 1;
        this.content = content;
        this.createdAt = now;
        this.changedAt = now;
    }

    void revise(String newContent, Instant now) {
        require(status != NeedStatus.WITHDRAWN, "needs.rule.withdrawn");
        if (status == NeedStatus.PUBLISHED) {
            revision++;
        }
        content = newContent;
        changedAt = now;
    }

    void publish(Instant now) {
        require(status != NeedStatus.WITHDRAWN, "needs.rule.withdrawn");
        status = NeedStatus.PUBLISHED;
        changedAt = now;
    }

    void withdraw(Instant now) {
        require(status != NeedStatus.WITHDRAWN, "needs.rule.withdrawn");
        status = NeedStatus.WITHDRAWN;
        changedAt = now;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new RuleBrokenException(rule);
        }
    }

    NeedId id() {
        return id;
    }

    OrganizationId startup() {
        return startup;
    }

    NeedStatus status() {
        return status;
    }

    int revision() {
        return revision;
    }

    String content() {
        return content;
    }
}
