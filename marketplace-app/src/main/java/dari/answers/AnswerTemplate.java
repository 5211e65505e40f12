package dari.answers;

import dari.kernel.OrganizationId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class AnswerTemplate {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AnswerTemplateId id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization"))
    private OrganizationId organization;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private AnswerKind kind;

    private String name;
    private String bodyKo;
    private String bodyEn;
    private Instant changedAt;

    protected AnswerTemplate() {}

    AnswerTemplate(AnswerTemplateId id, OrganizationId organization, AnswerContent content, Instant now) {
        this.id = id;
        this.organization = organization;
        say(content, now);
    }

    void say(AnswerContent content, Instant now) {
        kind = content.kind();
        name = content.name();
        bodyKo = content.bodyKo();
        bodyEn = content.bodyEn();
        changedAt = now;
    }

    AnswerTemplateView view() {
        return new AnswerTemplateView(id, new AnswerContent(kind, name, bodyKo, bodyEn));
    }

    String body(Locale locale) {
        return view().content().body(locale);
    }

    AnswerKind kind() {
        return kind;
    }
}
