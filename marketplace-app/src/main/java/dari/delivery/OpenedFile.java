package dari.delivery;

import dari.sandboxes.SandboxId;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that may leave at this moment, and to whom.
 *
 * @param token by which a program asked; null when a person did in the pages
 */
public record OpenedFile(SandboxId sandbox, @Nullable UUID token, ReleaseFile facts, Path content) {}
