package dari.admin.reviewers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reason why somebody must not review an application.
 *
 * @param party the side it concerns; null when it concerns the application as such
 * @param detail the name of the organisation or person in between; empty when the kind says all
 */
public record Conflict(ConflictKind kind, @Nullable UUID party, String detail) {}
