package dari.sandboxes;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identity of a sandbox; also names its job at the agent and its release in the storage. */
@Embeddable
public record SandboxId(UUID value) implements Serializable {}
