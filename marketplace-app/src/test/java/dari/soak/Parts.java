package dari.soak;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The processes of a soak: each is killed as a machine that loses its power, and none outlives the soak. */
final class Parts {

    private static final long STOP_SECONDS = 40;

    private final Path directory;
    private final Map<String, Process> running = new ConcurrentHashMap<>();
    private final List<Process> all = new ArrayList<>();
    private Duration used = Duration.ZERO;

    Parts(Path directory) {
        this.directory = directory;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> all.forEach(Parts::endAll)));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A Java process on this process's class path. */
    Process java(String name, String heap, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + directory.resolve("tmp"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        return start(name, command);
    }

    synchronized Process start(String name, List<String> command) throws IOException {
        File log = directory.resolve(name + ".log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        running.put(name, process);
        all.add(process);
        return process;
    }

    boolean isAlive(String name) {
        Process process = running.get(name);
        return process != null && process.isAlive();
    }

    /** SIGKILL, to this process alone: what it had started is found by the next, or not at all. */
    void kill(String name) {
        end(name, true);
    }

    /** As an administrator stops it. */
    void stop(String name) {
        end(name, false);
    }

    private void end(String name, boolean byForce) {
        Process process = running.remove(name);
        if (process == null) {
            return;
        }
        count(process);
        try {
            if (byForce) {
                process.destroyForcibly().waitFor();
            } else {
                process.destroy();
                if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void count(Process process) {
        used = used.plus(process.info().totalCpuDuration().orElse(Duration.ZERO));
    }

    /** What all parts computed so far. */
    synchronized Duration cpu() {
        return running.values().stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(used, Duration::plus);
    }

    /** Processes that still name the directory, this one left out. */
    List<String> left() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> commandLine(process).contains(directory + "/"))
                .map(process -> process.pid() + " " + process.info().command().orElse("?"))
                .toList();
    }

    /** Whole where the system tells: what Java says of a long one is nothing. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException notToldHere) {
            return process.info().commandLine().orElse("");
        }
    }

    private static void endAll(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
