package dari.provisioner.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A real standalone cluster of one master and one worker, as processes on the loopback interface. */
final class StandaloneCluster implements AutoCloseable {

    private static final Path LIB = Path.of("target", "lib").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 120;

    private final Path home;
    private final int port;
    private final Process master;
    private final Process worker;
    private final Set<Path> forgotten = new HashSet<>();

    /** @param home new folder; the jars' folder is linked below it as Spark expects */
    StandaloneCluster(Path home) throws IOException {
        this.home = home;
        Files.createSymbolicLink(home.resolve("jars"), LIB);
        Files.writeString(home.resolve("RELEASE"), "Spark from Maven's jars\n");
        port = freePort();
        master = start(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(port),
                "--webui-port",
                "0");
        await(() -> logged("master", "I have been elected leader"));
        worker = start(
                "worker",
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--cores",
                "2",
                "--memory",
                "600m",
                "--webui-port",
                "0",
                "--work-dir",
                home.resolve("work").toString(),
                address());
        await(() -> logged("worker", "Successfully registered with master"));
    }

    String address() {
        return "spark://127.0.0.1:" + port;
    }

    /** Kills the worker as a power cut would; its executors end with it. */
    void killWorker() {
        worker.descendants().forEach(ProcessHandle::destroyForcibly);
        worker.destroyForcibly();
    }

    /** Whether an executor of an application not yet forgotten began a task. */
    boolean runsTask() {
        try (Stream<Path> logs = Files.find(home.resolve("work"), 3, (file, kind) -> file.endsWith("stderr"))) {
            return logs.filter(file -> !forgotten.contains(file)).anyMatch(file -> holds(file, "Running task"));
        } catch (IOException | UncheckedIOException e) { // a folder is not there yet
            return false;
        }
    }

    void forgetTasks() throws IOException {
        try (Stream<Path> logs = Files.find(home.resolve("work"), 3, (file, kind) -> file.endsWith("stderr"))) {
            logs.forEach(forgotten::add);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Until something that another process does is true. */
    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private boolean logged(String name, String words) {
        return holds(home.resolve(name + ".log"), words);
    }

    private static boolean holds(Path log, String words) {
        try {
            return Files.readString(log).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(String name, String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dlog4j2.configurationFile=org/apache/spark/log4j2-defaults.properties",
                "-cp",
                LIB + "/*"));
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME", home.toString(),
                        "SPARK_SCALA_VERSION", "2.13",
                        "SPARK_LOCAL_IP", "127.0.0.1"));
        return builder.start();
    }

    @Override
    public void close() {
        killWorker();
        master.destroyForcibly();
    }
}
