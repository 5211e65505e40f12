package dari.introductions;

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

@Entity
class IntroductionMessage {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "introduction"))
    private IntroductionId introduction;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "author"))
    private UserId author;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization"))
    private OrganizationId organization;

    private String language;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String body;

    private Instant writtenAt;

    protected IntroductionMessage() {}

    IntroductionMessage(UUID id, IntroductionId introduction, Actor author, String language, String body, Instant now) {
        this.id = id;
        this.introduction = introduction;
        this.author = author.user();
        this.organization = author.organization();
        this.language = language;
        this.body = body;
        this.writtenAt = now;
    }

    UUID id() {
        return id;
    }

    UserId author() {
        return author;
    }

    OrganizationId organization() {
        return organization;
    }

    String language() {
        return language;
    }

    String body() {
        return body;
    }

    Instant writtenAt() {
        return writtenAt;
    }
}
