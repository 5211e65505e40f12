package dari.audit;

import dari.kernel.CurrentActor;
import dari.kernel.ProgramAdministrator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The whole history, for those who answer for the program. */
@Service
@ProgramAdministrator
public class HistoryDesk {

    private final History history;
    private final HistoryChain chain;
    private final List<HistoryVeil> veils;
    private final CurrentActor currentActor;

    HistoryDesk(History history, HistoryChain chain, List<HistoryVeil> veils, CurrentActor currentActor) {
        this.history = history;
        this.chain = chain;
        this.veils = veils;
        this.currentActor = currentActor;
    }

    /** The newest acts first. */
    public List<HistoryLine> newest(int page, int size) {
        return history.newest(page, size, hidden());
    }

    public long count() {
        return history.count(hidden());
    }

    /** Whether something is hidden from this reader: then places in the chain are not shown, their gaps would count it. */
    public boolean isVeiled() {
        return !hidden().isEmpty();
    }

    /** Everything that was done to one thing, oldest first. */
    public List<HistoryLine> of(UUID thing) {
        HiddenActs hidden = hidden();
        return history.of(List.of(thing)).stream()
                .filter(line -> !hidden.hides(line))
                .toList();
    }

    /** Walks the whole chain: the first place that is not as it was sealed, or null when all are. */
    public @Nullable Long firstBrokenPosition() {
        return chain.firstBrokenPosition();
    }

    private HiddenActs hidden() {
        return new HiddenActs(veils, currentActor.get());
    }
}
