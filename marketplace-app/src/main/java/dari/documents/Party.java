package dari.documents;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Who asks for documents, or is shown them.
 *
 * @param id of the hospital, of the call, or of the organisation that is being verified
 */
@Embeddable
public record Party(
        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR)
        PartyKind kind,

        UUID id) {}
