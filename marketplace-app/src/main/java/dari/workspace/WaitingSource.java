package dari.workspace;

import dari.kernel.Actor;
import java.util.List;

/** A feature that has things waiting; the home page of each desk asks them all. */
public interface WaitingSource {

    /** How much of one kind of work a source shows at most; the rest stands in the list that the work is done in. */
    int MOST = 20;

    /**
     * What waits for the actor or, with {@code clock.mine} false, for somebody whose answer the actor awaits: of each kind
     * of work the most pressing {@value #MOST}.
     */
    List<WaitingItem> waitingFor(Actor actor);
}
