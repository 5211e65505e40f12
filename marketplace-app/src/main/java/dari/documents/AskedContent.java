package dari.documents;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A document under its asker's own name.
 *
 * @param required whether one cannot go on without it
 * @param noteKo what the asker adds, or empty
 */
@Embeddable
public record AskedContent(
        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        DocumentKind kind,

        String nameKo,
        String nameEn,
        boolean required,
        String noteKo,
        String noteEn) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameKo;
    }

    public String note(Locale locale) {
        return locale.getLanguage().equals("en") ? noteEn : noteKo;
    }
}
