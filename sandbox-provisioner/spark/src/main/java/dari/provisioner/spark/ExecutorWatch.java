package dari.provisioner.spark;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.jspecify.annotations.Nullable;

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
    private @Nullable ScheduledFuture<?> givingUp;
    private volatile boolean lost;

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
    public synchronized void onExecutorAdded(SparkListenerExecutorAdded event) {
        first.countDown();
        if (givingUp != null) {
            givingUp.cancel(false);
            givingUp = null;
        }
    }

    @Override
    public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved event) {
        if (givingUp == null && !hasExecutors() && !clock.isShutdown()) {
            givingUp = clock.schedule(this::giveUp, patienceSeconds, TimeUnit.SECONDS);
        }
    }

    /** Spark counts this process as one. */
    private boolean hasExecutors() {
        return context.statusTracker().getExecutorInfos().length > 1;
    }

    private void giveUp() {
        if (!hasExecutors()) {
            lost = true;
            context.cancelAllJobs();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
