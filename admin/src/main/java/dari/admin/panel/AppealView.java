package dari.admin.panel;

import dari.admin.ApplicationView;
import dari.admin.DecisionOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal.
 *
 * @param handlers who looks at it; their answers are secret until the last one is in
 * @param mayAnswer whether the reader still has to answer
 */
public record AppealView(
        UUID id,
        ApplicationView application,
        String grounds,
        DecisionOutcome former,
        AppealStatus status,
        @Nullable String reason,
        LocalDate since,
        List<Handler> handlers,
        boolean mayAnswer) {

    /** @param uphold null while it is secret, or there is no answer */
    public record Handler(
            String name,
            boolean answered,
            @Nullable Boolean uphold,
            @Nullable String reason) {}
}
