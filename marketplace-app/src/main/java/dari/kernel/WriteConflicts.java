package dari.kernel;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Of two that write at once, the database sends one away: by a deadlock, or by a key that is there already. That one does its
 * work again, from what the other wrote.
 */
public final class WriteConflicts {

    private static final RetryTemplate AGAIN = new RetryTemplate(RetryPolicy.builder()
            .includes(ConcurrencyFailureException.class, DataIntegrityViolationException.class)
            .maxRetries(5)
            .delay(Duration.ofMillis(50))
            .multiplier(2)
            .jitter(Duration.ofMillis(25))
            .build());

    private WriteConflicts() {}

    /**
     * @param work in a transaction that it begins itself: one that was sent away is over
     * @return what it came to; throws what its last try threw
     */
    public static <R> R settled(Supplier<R> work) {
        return AGAIN.invoke(work);
    }
}
