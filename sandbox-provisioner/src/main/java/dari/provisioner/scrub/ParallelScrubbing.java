package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Scrubs many notes with all cores; answers in their order, and the same whatever the number of cores. */
public final class ParallelScrubbing implements AutoCloseable {

    /** Characters that are worth the threads' while and fit some megabytes. */
    public static final int BATCH = 1 << 20;

    /** @param person whose note it is */
    public record Note(String person, String text) {
        /** Neither who nor what. */
        @Override
        public String toString() {
            return "a note of " + text.length() + " characters";
        }
    }

    private final List<Scrubber> scrubbers = new ArrayList<>();
    private final ExecutorService threads;

    /** @param scrubber used by one of the threads; others get a twin */
    public ParallelScrubbing(Scrubber scrubber) {
        int cores = Runtime.getRuntime().availableProcessors();
        scrubbers.add(scrubber);
        while (scrubbers.size() < cores) {
            scrubbers.add(scrubber.twin());
        }
        threads = Executors.newFixedThreadPool(cores);
    }

    /** One scrubbed note for each of these, in the same order. */
    public List<ScrubbedNote> all(List<Note> notes) {
        @Nullable ScrubbedNote[] results = new @Nullable ScrubbedNote[notes.size()];
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (Scrubber scrubber : scrubbers) {
            running.add(threads.submit(() -> {
                for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
                    results[i] =
                            scrubber.scrub(notes.get(i).person(), notes.get(i).text());
                }
            }));
        }
        running.forEach(ParallelScrubbing::await);
        List<ScrubbedNote> scrubbed = new ArrayList<>();
        for (ScrubbedNote result : results) {
            scrubbed.add(java.util.Objects.requireNonNull(result));
        }
        return scrubbed;
    }

    private static void await(Future<?> run) {
        try {
            run.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError exhausted) {
                throw exhausted; // its own line and exit code, as on any other thread
            }
            throw new IllegalStateException("scrubbing failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while scrubbing", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
