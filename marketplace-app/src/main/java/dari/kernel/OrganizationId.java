package dari.kernel;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identity of a startup, a hospital or the program office. */
@Embeddable
public record OrganizationId(UUID value) implements Serializable {}
