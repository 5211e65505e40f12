package dari.matching.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dari.matching.IndexUnavailable;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Calls to a server that may be away for a moment. A write is tried again with growing pauses up to a limit of time. A
 * read, for which a person waits, is tried once more; after some failures reads are not even sent for a second, so that
 * a server that hangs does not hold everybody up, and the first that succeeds then opens the way again.
 */
final class Calls {

    /** For how long a write is tried when nothing else is said. */
    static final Duration WRITE_LIMIT = Duration.ofSeconds(10);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int LEAST_TRIES = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final double JITTER = 0.25;
    private static final int FAILURES_BEFORE_BREAK = 4;
    private static final Duration BREAK = Duration.ofSeconds(1);

    /** Too many requests, bad gateway, unavailable, gateway timeout: the same request may be served later. */
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

    private final URI server;
    private final RetryPolicy<Object> write;
    private final RetryPolicy<Object> read;
    private final CircuitBreaker<Object> reads;

    /** A request that may fail for a moment; sent twice it must leave what once leaves. */
    @FunctionalInterface
    interface Call<T> {
        T run() throws IOException;
    }

    /** The server answered that it cannot take more now. */
    static final class Busy extends IOException {

        private static final long serialVersionUID = 1L;

        Busy(int refused) {
            super("the server is too busy for " + refused + " documents");
        }
    }

    Calls(URI server, Duration writeLimit) {
        this.server = server;
        this.write = RetryPolicy.builder()
                .handleIf(Calls::mayPass)
                .withBackoff(shorter(FIRST_PAUSE, writeLimit.dividedBy(LEAST_TRIES)), LONGEST_PAUSE)
                .withJitter(JITTER)
                .withMaxRetries(-1)
                .withMaxDuration(writeLimit)
                .build();
        this.read = RetryPolicy.builder()
                .handleIf(Calls::mayPass)
                .withDelay(FIRST_PAUSE)
                .withMaxRetries(1)
                .build();
        this.reads = CircuitBreaker.builder()
                .handleIf(Calls::mayPass)
                .withFailureThreshold(FAILURES_BEFORE_BREAK)
                .withDelay(BREAK)
                .build();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    static boolean isBusy(int status) {
        return BUSY.contains(status);
    }

    <T> T write(Call<T> call) {
        try {
            return Failsafe.with(write).get(call::run);
        } catch (FailsafeException e) {
            throw unavailable(e.getCause() == null ? e : e.getCause());
        } catch (ElasticsearchException e) {
            throw unavailable(e);
        }
    }

    <T> T read(Call<T> call) {
        try {
            return Failsafe.with(read, reads).get(call::run);
        } catch (CircuitBreakerOpenException e) {
            throw new IndexUnavailable("Elasticsearch at " + server + " failed a moment ago and is left alone", e);
        } catch (FailsafeException e) {
            throw unavailable(e.getCause() == null ? e : e.getCause());
        } catch (ElasticsearchException e) {
            throw unavailable(e);
        }
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof ElasticsearchException answer
                ? isBusy(answer.status())
                : failure instanceof IOException;
    }

    private IndexUnavailable unavailable(Throwable cause) {
        if (cause instanceof ElasticsearchException answer && !isBusy(answer.status())) {
            return new IndexUnavailable(
                    "Elasticsearch at " + server + " refused with status " + answer.status() + " ("
                            + answer.error().type() + "); look into its log",
                    cause);
        }
        return new IndexUnavailable(
                "Elasticsearch at " + server + " does not serve ("
                        + cause.getClass().getSimpleName() + "); look whether it runs there, is reachable and has room",
                cause);
    }
}
