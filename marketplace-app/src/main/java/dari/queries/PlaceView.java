package dari.queries;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the computer at the hospital on which a release is used in place.
 *
 * @param waiting questions that it has not answered yet, the oldest first
 * @param heardAt when its agent was last heard of; null when it never was, or is not enrolled any more
 * @param silent whether that is so long ago that no answer is to be expected now
 */
public record PlaceView(List<Waiting> waiting, @Nullable Instant heardAt, boolean silent) {

    public PlaceView {
        waiting = List.copyOf(waiting);
    }

    /**
     * @param taken whether its answer is to leave
     * @param program whether a program asked, which alone gets its answer
     */
    public record Waiting(UUID id, String text, Instant askedAt, boolean taken, boolean program) {}
}
