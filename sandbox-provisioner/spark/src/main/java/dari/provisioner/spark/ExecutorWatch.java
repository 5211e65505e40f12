package dari.provisioner.spark;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;

/** Ends the work when no executor is left and none comes back in time: Spark itself would wait for ever. */
final class ExecutorWatch extends SparkListener implements AutoCloseable {

    private final SparkContext context;
    private final int patienceSeconds;
    private final CountDownLatch first = new CountDownLatch(1);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "dari-executor-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean lost;

    /** By {@link System#nanoTime}; only the watch's own thread looks. */
    private long lastSeen = System.nanoTime();

    private ExecutorWatch(SparkContext context, int patienceSeconds) {
        this.context = context;
        this.patienceSeconds = patienceSeconds;
    }

    /** @param inProcess whether the only executor is this process */
    static ExecutorWatch start(SparkContext context, int patienceSeconds, boolean inProcess) {
        ExecutorWatch watch = new ExecutorWatch(context, patienceSeconds);
        context.addSparkListener(watch);
        if (inProcess || watch.hasExecutors()) { // one may have come before anybody listened
            watch.first.countDown();
        }
        if (!inProcess) {
            var unused = watch.clock.scheduleWithFixedDelay(watch::look, 1, 1, TimeUnit.SECONDS);
        }
        return watch;
    }

    /**
     * @param usual seconds that a first one gets at least
     * @return false when none came in time
     */
    boolean awaitFirst(int usual) throws InterruptedException {
        return first.await(Math.max(usual, patienceSeconds), TimeUnit.SECONDS);
    }

    boolean isLost() {
        return lost;
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded event) {
        first.countDown();
    }

    /** Spark counts this process as one. */
    private boolean hasExecutors() {
        return context.statusTracker().getExecutorInfos().length > 1;
    }

    /**
     * Again and again, since Spark's count lags behind its news of a lost executor, and a job that is submitted after others
     * were cancelled waits like them.
     */
    private void look() {
        if (first.getCount() > 0 || hasExecutors()) {
            lastSeen = System.nanoTime();
        } else if (System.nanoTime() - lastSeen >= TimeUnit.SECONDS.toNanos(patienceSeconds)) {
            lost = true;
            context.cancelAllJobs();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
