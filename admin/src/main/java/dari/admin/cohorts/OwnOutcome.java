package dari.admin.cohorts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One member's result, for its eyes only.
 *
 * @param got ids of the other side, after corrections
 * @param inRun ids of the other side as the run gave them
 * @param reasons why a preferred one was missed, the most preferred first
 * @param correctedBecause why people changed it after the run; null when nobody did
 */
public record OwnOutcome(
        UUID member,
        CohortNames names,
        List<String> got,
        List<String> inRun,
        List<Reason> reasons,
        @Nullable String correctedBecause) {

    /**
     * @param other whom it is about
     * @param wish where one's own list had it, 1 for the first
     * @param messageKey the engine's sentence; its arguments are {@code rank} and {@code cutoff}
     * @param rank where the other side put this member; for a department, where it put the startup itself
     * @param cutoff the rank of the last one taken; null when nobody was
     */
    public record Reason(
            String other,
            int wish,
            String messageKey,
            @Nullable Integer rank,
            @Nullable Integer cutoff) {}

    public OwnOutcome {
        got = List.copyOf(got);
        inRun = List.copyOf(inRun);
        reasons = List.copyOf(reasons);
    }
}
