package dari.programdesk;

import dari.admin.ReviewCases;
import dari.audit.HistoryVeil;
import dari.kernel.Actor;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whoever has a conflict with an application does not learn from the history who reviews it, how many, or when. */
@Component
class ReviewVeil implements HistoryVeil {

    private final ReviewCases cases;

    ReviewVeil(ReviewCases cases) {
        this.cases = cases;
    }

    @Override
    public Set<String> actionPrefixes() {
        return Set.of("review.", "discussion.");
    }

    @Override
    public Set<UUID> hiddenFrom(Actor reader) {
        return cases.hiddenFrom(reader.user().value());
    }
}
