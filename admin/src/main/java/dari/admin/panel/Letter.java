package dari.admin.panel;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A letter that was sent; kept as it was. */
@Entity
class Letter {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID programCall;
    private UUID application;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private LetterKind kind;

    private String subjectKo;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String bodyKo;

    private String subjectEn;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String bodyEn;

    private Instant sentAt;

    /** Nobody gets two letters of a kind about one application. */
    record Key(UUID application, LetterKind kind) {}

    protected Letter() {}

    Letter(UUID id, UUID call, UUID application, LetterKind kind, LetterText text, Instant now) {
        this.id = id;
        this.programCall = call;
        this.application = application;
        this.kind = kind;
        this.subjectKo = text.subjectKo();
        this.bodyKo = text.bodyKo();
        this.subjectEn = text.subjectEn();
        this.bodyEn = text.bodyEn();
        this.sentAt = now;
    }

    UUID application() {
        return application;
    }

    LetterView view(String applicant) {
        return new LetterView(
                id, application, applicant, kind, new LetterText(subjectKo, bodyKo, subjectEn, bodyEn), sentAt);
    }
}
