package dari.admin.reviewers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * With whom a reviewer says they worked.
 *
 * @param lastYear the last year of it; null while it goes on
 */
public record Tie(
        UUID id, TieKind kind, String name, @Nullable Integer lastYear) {}
