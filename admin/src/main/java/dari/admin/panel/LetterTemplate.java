package dari.admin.panel;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class LetterTemplate {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID programCall;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private LetterKind kind;

    private String subjectKo;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String bodyKo;

    private String subjectEn;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String bodyEn;

    protected LetterTemplate() {}

    LetterTemplate(UUID id, UUID call, LetterKind kind, LetterText text) {
        this.id = id;
        this.programCall = call;
        this.kind = kind;
        write(text);
    }

    void write(LetterText text) {
        subjectKo = text.subjectKo();
        bodyKo = text.bodyKo();
        subjectEn = text.subjectEn();
        bodyEn = text.bodyEn();
    }

    LetterText text() {
        return new LetterText(subjectKo, bodyKo, subjectEn, bodyEn);
    }
}
