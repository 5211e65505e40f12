package dari.drafts;

import dari.kernel.Actor;
import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One person's unfinished form, for one of their organisations. */
@Entity
class FormDraft {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "person"))
    private UserId person;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization"))
    private OrganizationId organization;

    private String form;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String content;

    private Instant changedAt;

    protected FormDraft() {}

    FormDraft(UUID id, Actor actor, String form) {
        this.id = id;
        this.person = actor.user();
        this.organization = actor.organization();
        this.form = form;
    }

    void holds(String fields, Instant now) {
        content = fields;
        changedAt = now;
    }

    String content() {
        return content;
    }

    Instant changedAt() {
        return changedAt;
    }
}
