package dari.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identity of a person who can sign in. */
@Embeddable
public record UserId(UUID value) implements Serializable {}
