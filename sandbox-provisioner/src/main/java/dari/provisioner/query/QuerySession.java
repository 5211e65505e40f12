package dari.provisioner.query;

import dari.provisioner.SurroundingsFailed;
import dari.provisioner.query.QueryAnswer.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A process of its own for one person's queries over one release. When a query takes the process down or must be stopped,
 * that query gets the answer that says so, and the next one starts a new process. Thread-safe; one query at a time.
 */
public final class QuerySession implements AutoCloseable {

    /** Beyond the engine's own time limit, which it does not always keep. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final Duration START = Duration.ofSeconds(60);

    private final WorkerMain main;
    private final Path data;
    private final QueryLimits limits;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "query-session");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Running running;

    /**
     * @param classPath with this module and the engine on it, or one runnable jar of Spring Boot that holds them
     * @param data folder of the release's Parquet files
     */
    public QuerySession(String classPath, Path data, QueryLimits limits) {
        this.main = new WorkerMain(classPath);
        this.data = data;
        this.limits = limits;
    }

    /**
     * Removes the copies of releases that a killed process left on this machine.
     *
     * @throws SurroundingsFailed when one cannot be removed
     */
    public static void removeLeft() {
        try {
            SessionFolder.removeLeft();
        } catch (IOException e) {
            throw new SurroundingsFailed("a copy that a killed session left could not be removed", e);
        }
    }

    /** Starts the process ahead of the first query. */
    public synchronized void warm() {
        started();
    }

    /** @throws SurroundingsFailed when no process can be started */
    public synchronized QueryAnswer ask(String sql) {
        Running process = started();
        try {
            process.in.write(QueryServer.line(new QueryServer.Question(sql)) + "\n");
            process.in.flush();
            String line = read(process, limits.time().plus(GRACE));
            if (line != null) {
                return QueryServer.parse(line, QueryAnswer.class);
            }
        } catch (TimeoutException e) {
            stop();
            return QueryAnswer.refused(Refusal.TIME, "");
        } catch (IOException e) {
            // the process is gone, as after a null line
        }
        stop();
        return QueryAnswer.refused(Refusal.MEMORY, "");
    }

    @Override
    public synchronized void close() {
        stop();
        reader.shutdownNow();
    }

    private Running started() {
        Running present = running;
        if (present != null && present.process.isAlive()) {
            return present;
        }
        stop();
        Running fresh = start();
        running = fresh;
        String ready = null;
        try {
            ready = read(fresh, START);
        } catch (TimeoutException e) {
            // told below, as when it ended
        }
        if (ready == null) {
            stop();
            throw new SurroundingsFailed(
                    "no process for queries could be started", new IOException("it ended or said nothing"));
        }
        return fresh;
    }

    private Running start() {
        try {
            Path work = SessionFolder.make();
            List<String> command = new ArrayList<>();
            if (Files.isExecutable(Path.of("/bin/sh"))) {
                // where the system cannot keep the limit, the engine's own limits and the clock remain
                String limited = "ulimit -v " + limits.processMegabytes() * 1024L + " 2>/dev/null; exec \"$@\"";
                command.addAll(List.of("/bin/sh", "-c", limited, "query-worker"));
            }
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(
                    "-Xmx96m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:ReservedCodeCacheSize=48m",
                    "-XX:CompressedClassSpaceSize=48m",
                    "-XX:+ExitOnOutOfMemoryError"));
            command.addAll(main.arguments());
            command.addAll(List.of(
                    "query-worker",
                    "--data",
                    data.toAbsolutePath().toString(),
                    "--work",
                    work.toString(),
                    "--rows",
                    String.valueOf(limits.rows()),
                    "--cell",
                    String.valueOf(limits.cellCharacters()),
                    "--seconds",
                    String.valueOf(limits.time().toSeconds()),
                    "--memory",
                    String.valueOf(limits.tableMegabytes())));
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(work.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            builder.environment().put("LC_ALL", "C.UTF-8");
            return new Running(builder.start(), work);
        } catch (IOException e) {
            throw new SurroundingsFailed("no process for queries could be started", e);
        }
    }

    private @Nullable String read(Running process, Duration atMost) throws TimeoutException {
        Future<@Nullable String> line = reader.submit(process.out::readLine);
        try {
            return line.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void stop() {
        Running present = running;
        running = null;
        if (present != null) {
            present.process.destroyForcibly();
            present.process.onExit().join();
            present.forget();
        }
    }

    /** A living process, its two pipes and its folder. */
    private static final class Running {

        private final Process process;
        private final Path work;
        private final Writer in;
        private final BufferedReader out;

        Running(Process process, Path work) {
            this.process = process;
            this.work = work;
            this.in = process.outputWriter(StandardCharsets.UTF_8);
            this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        void forget() {
            try {
                SessionFolder.remove(work);
            } catch (IOException e) {
                throw new SurroundingsFailed("a session's folder could not be removed", e);
            }
        }
    }
}
