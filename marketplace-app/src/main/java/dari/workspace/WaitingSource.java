package dari.workspace;

import dari.kernel.Actor;
import java.util.List;

/** A feature that has things waiting; the home page of each desk asks them all. */
public interface WaitingSource {

    /** What waits for the actor or, with {@code clock.mine} false, for somebody whose answer the actor awaits. */
    List<WaitingItem> waitingFor(Actor actor);
}
