package dari.kernel;

import java.util.Collection;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Background work on many things at once, of which one that fails must not hold up the others. */
@Component
public class EachAlone {

    private static final Logger log = LoggerFactory.getLogger(EachAlone.class);

    private final TransactionTemplate transaction;

    EachAlone(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    /**
     * Does it for each in a transaction of its own, again where another writes at the same moment. What fails is told in the log
     * and is for the next time.
     *
     * @param ids of the things: what the log says of them
     * @param work asks again whether there is anything to do: another may have done it since
     */
    public <I> void work(Collection<I> ids, Consumer<? super I> work) {
        for (I id : ids) {
            try {
                WriteConflicts.settled(() -> {
                    transaction.executeWithoutResult(began -> work.accept(id));
                    return id;
                });
            } catch (RuntimeException e) {
                log.error("background work failed on {}", id, e);
            }
        }
    }
}
