package dari.needs;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identity of a need through all its revisions. */
@Embeddable
public record NeedId(UUID value) implements Serializable {}
