package dari.audit;

import dari.kernel.Actor;
import java.util.Set;
import java.util.UUID;

/** A feature whose acts must stay hidden from readers of the whole history who have a part in the thing themselves. */
public interface HistoryVeil {

    /** How the hidden acts begin, e.g. {@code review.}. */
    Set<String> actionPrefixes();

    /** The things about which this reader must not learn such acts. */
    Set<UUID> hiddenFrom(Actor reader);
}
