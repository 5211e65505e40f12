package dari.audit;

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

    HistoryDesk(History history, HistoryChain chain) {
        this.history = history;
        this.chain = chain;
    }

    /** The newest acts first. */
    public List<HistoryLine> newest(int page, int size) {
        return history.newest(page, size);
    }

    public long count() {
        return history.count();
    }

    /** Everything that was done to one thing, oldest first. */
    public List<HistoryLine> of(UUID thing) {
        return history.of(List.of(thing));
    }

    /** Walks the whole chain: the first place that is not as it was sealed, or null when all are. */
    public @Nullable Long firstBrokenPosition() {
        return chain.firstBrokenPosition();
    }
}
