package dari.admin.panel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member at one vote.
 *
 * @param recused why the member stays out; null when free
 * @param vote null while it is secret, or none was cast
 */
public record Seat(
        UUID person,
        String name,
        boolean chair,
        @Nullable RecusalCause recused,
        boolean voted,
        @Nullable CastVote vote) {}
