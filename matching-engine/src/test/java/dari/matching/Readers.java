package dari.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that read again and again while a test writes, and check each answer. */
final class Readers implements AutoCloseable {

    private final ExecutorService threads;
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean stopping;

    /** Returns when every thread has read once. */
    Readers(int count, Runnable readAndCheck) throws InterruptedException {
        threads = Executors.newFixedThreadPool(count);
        CountDownLatch begun = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            running.add(threads.submit(() -> {
                do {
                    try {
                        readAndCheck.run();
                    } finally {
                        begun.countDown();
                    }
                } while (!stopping);
            }));
        }
        begun.await();
    }

    /** Ends the reading; throws what a check threw. */
    void stop() throws InterruptedException, ExecutionException {
        stopping = true;
        for (Future<?> reader : running) {
            reader.get();
        }
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
    }
}
