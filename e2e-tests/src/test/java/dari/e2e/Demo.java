package dari.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The packaged application with its demo, and the demo hospitals' agents, as processes of their own. */
final class Demo implements AutoCloseable {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> HOSPITALS = List.of("mulpure", "neoul");

    private final Path home = ROOT.resolve("e2e-tests/target/demo-home");
    private final List<Process> processes = new ArrayList<>();
    private final int port = freePort();

    Demo() {
        try {
            deleteHome();
            Files.createDirectories(home);
            start(
                    "application",
                    "-jar",
                    jar("marketplace-app/target", "-boot.jar"),
                    "--spring.profiles.active=demo",
                    "--server.port=" + port);
            Awaitility.await().atMost(Duration.ofMinutes(10)).until(this::isReady);
            HOSPITALS.forEach(this::startAgent);
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** The steward's approval on the hospital's side. */
    void approve(String hospital, String hash) {
        run(
                "approve",
                "agent",
                "approve",
                hash,
                "--by",
                "박담온",
                "--state",
                state(hospital).toString());
    }

    Path recipe(String name) {
        return ROOT.resolve("sandbox-provisioner/src/demo/recipes/" + name + ".yaml");
    }

    private void startAgent(String hospital) {
        Path code = home.resolve("demo/agents/" + hospital + ".code");
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(code));
        try {
            startAgent(hospital, hospital, Files.readString(code));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Enrols an agent and lets it run.
     *
     * @param files whose sources and policy it has
     * @param name of its log and state
     */
    void startAgent(String files, String name, String code) {
        Path credentials = state(name).resolve("credentials.json");
        Path hospital = ROOT.resolve("sandbox-provisioner/src/demo/hospitals").resolve(files);
        try {
            run(
                    "enrol-" + name,
                    "agent",
                    "enrol",
                    "--server",
                    url(),
                    "--code",
                    code,
                    "--credentials",
                    credentials.toString());
            start(
                    "agent-" + name,
                    "-jar",
                    provisioner(),
                    "agent",
                    "run",
                    "--credentials",
                    credentials.toString(),
                    "--sources",
                    hospital.resolve("sources.yaml").toString(),
                    "--policy",
                    hospital.resolve("policy.yaml").toString(),
                    "--state",
                    state(name).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String name, String... arguments) {
        try {
            List<String> command = new ArrayList<>(List.of("-jar", provisioner()));
            command.addAll(List.of(arguments));
            Process process = start(name, command.toArray(String[]::new));
            if (process.waitFor() != 0) {
                throw new IllegalStateException(name + " failed; see " + home.resolve(name + ".log"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process start(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=240m")); // C1 alone would reserve 48 MB, which the whole application fills
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        builder.environment().put("DARI_HOME", home.toString());
        builder.environment().put("DARI_DEMO_SMTP_PORT", Integer.toString(freePort()));
        builder.environment().put("DARI_DEMO_STRIPE_PORT", Integer.toString(freePort()));
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Path state(String hospital) {
        return home.resolve("demo/agents/" + hospital);
    }

    private static String provisioner() {
        return ROOT.resolve("sandbox-provisioner/target/sandbox-provisioner.jar")
                .toString();
    }

    private static String jar(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("package the application first: ./mvnw package"))
                    .toString();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteHome() throws IOException {
        if (Files.exists(home)) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        processes.forEach(process -> process.onExit().join());
    }
}
