package dari.documents;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identity of a document, the same through all its revisions. */
@Embeddable
public record DocumentId(UUID value) implements Serializable {}
