package dari.matching.elasticsearch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One real Elasticsearch node for all tests of this JVM, on free loopback ports, from the folder that the build
 * unpacked; stopped when the tests end. Tests get its address as a {@link URI} parameter.
 */
public final class ElasticsearchNode implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ElasticsearchNode.class);

    /** Elasticsearch refuses to run as root: any unprivileged number serves, no account is needed. */
    private static final String NOBODY = "65533";

    private static final long START_SECONDS = 240;

    @Override
    public void beforeAll(ExtensionContext context) {
        node(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == URI.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return node(context).address;
    }

    private static Node node(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Node.class, key -> Node.start(), Node.class);
    }

    private static final class Node implements AutoCloseable {

        private final Process process;
        private final Path work;
        private final URI address;

        private Node(Process process, Path work, URI address) {
            this.process = process;
            this.work = work;
            this.address = address;
        }

        static Node start() {
            try {
                Path home = Path.of(Objects.requireNonNull(System.getProperty("es.home"), "es.home is not set"))
                        .toAbsolutePath();
                // The unprivileged user must reach its folder; a checkout may lie below a closed one.
                Path work = Files.createTempDirectory("dari-elasticsearch-");
                int http = freePort();
                prepare(home, work, http, freePort());
                Process process = command(home, work).start();
                Node node = new Node(process, work, URI.create("http://127.0.0.1:" + http));
                Runtime.getRuntime().addShutdownHook(new Thread(node::close));
                node.awaitHealth();
                return node;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while Elasticsearch started", e);
            }
        }

        private static void prepare(Path home, Path work, int http, int transport) throws IOException {
            for (String folder : List.of("data", "logs", "tmp")) {
                Files.createDirectories(work.resolve(folder));
            }
            copy(home, work.resolve("home"));
            Files.writeString(
                    work.resolve("home/config/elasticsearch.yml"),
                    String.join(
                            "\n",
                            "cluster.name: it-" + http,
                            "node.name: it",
                            "discovery.type: single-node",
                            "xpack.security.enabled: false",
                            "http.host: 127.0.0.1",
                            "transport.host: 127.0.0.1",
                            "http.port: " + http,
                            "transport.port: " + transport,
                            "path.data: " + work.resolve("data"),
                            "path.logs: " + work.resolve("logs"),
                            "cluster.routing.allocation.disk.threshold_enabled: false",
                            "action.auto_create_index: false",
                            "node.store.allow_mmap: false",
                            ""));
        }

        private static void copy(Path from, Path to) throws IOException {
            try (Stream<Path> paths = Files.walk(from)) {
                for (Path path : (Iterable<Path>) paths::iterator) {
                    Path target = to.resolve(from.relativize(path).toString());
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }

        private static ProcessBuilder command(Path unpacked, Path work) throws IOException, InterruptedException {
            Path home = work.resolve("home");
            for (File script :
                    Objects.requireNonNull(home.resolve("bin").toFile().listFiles())) {
                script.setExecutable(true, false);
            }
            List<String> command = new ArrayList<>();
            if ("root".equals(System.getProperty("user.name"))) {
                new ProcessBuilder("chown", "-R", NOBODY + ":" + NOBODY, work.toString())
                        .start()
                        .waitFor();
                command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
            }
            command.addAll(List.of("bash", home.resolve("bin/elasticsearch").toString()));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(unpacked.resolveSibling("node.log").toFile())
                    .directory(work.toFile());
            Map<String, String> environment = builder.environment();
            environment.put("ES_JAVA_HOME", System.getProperty("java.home"));
            environment.put("ES_TMPDIR", work.resolve("tmp").toString());
            environment.put("ES_JAVA_OPTS", "-Xms384m -Xmx384m -XX:TieredStopAtLevel=1");
            environment.put("HOME", work.toString());
            return builder;
        }

        private void awaitHealth() throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
            while (!isHealthy()) {
                if (System.nanoTime() > end || process.waitFor(200, TimeUnit.MILLISECONDS)) {
                    close();
                    throw new IllegalStateException("Elasticsearch did not start; see node.log beside its folder");
                }
            }
        }

        private boolean isHealthy() {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) address.resolve("/_cluster/health?wait_for_status=yellow&timeout=1s")
                                .toURL()
                                .openConnection();
                connection.setConnectTimeout(500);
                connection.setReadTimeout(3000);
                return connection.getResponseCode() == 200;
            } catch (IOException e) {
                return false; // not yet
            }
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            try {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                }
                if (Files.exists(work)) {
                    try (Stream<Path> paths = Files.walk(work)) {
                        paths.sorted(Comparator.reverseOrder())
                                .map(Path::toFile)
                                .forEach(File::delete);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }
}
