package dari.documents;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation says of a document.
 *
 * @param issuer empty when it is the organisation's own
 * @param number the issuer's number, or empty
 * @param expiresOn the last day it holds; null when it does not expire
 */
@Embeddable
public record DocumentContent(
        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        DocumentKind kind,

        String title,
        String issuer,
        String number,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate expiresOn) {

    /** Days within which an end is announced. */
    static final int SOON_DAYS = 30;

    public boolean isExpired(LocalDate today) {
        return expiresOn != null && today.isAfter(expiresOn);
    }

    /** {@code VALID}, {@code ENDING} within 30 days, or {@code EXPIRED}. */
    public DocumentState state(LocalDate today) {
        if (expiresOn == null || ChronoUnit.DAYS.between(today, expiresOn) > SOON_DAYS) {
            return DocumentState.VALID;
        }
        return isExpired(today) ? DocumentState.EXPIRED : DocumentState.ENDING;
    }
}
