package dari.projects;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identity of a project. */
@Embeddable
public record ProjectId(UUID value) implements Serializable {}
