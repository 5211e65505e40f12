package dari.queries;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.query.QueryAnswer;
import dari.provisioner.query.QueryLimits;
import dari.provisioner.query.QuerySession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application, whose libraries lie inside one jar, can start the processes that answer questions. */
class PackagedQueriesIntegrationTests {

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void aRelease() throws IOException, SQLException {
        data = Files.createDirectories(folder.resolve("data"));
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            statement.execute("COPY (SELECT i AS person_id FROM range(0, 1000) t(i)) TO '"
                    + data.resolve("person.parquet") + "' (FORMAT parquet)");
        }
    }

    @Test
    void aWorkerStartsFromTheRunnableJarAndKeepsItsLimits() throws IOException {
        try (QuerySession session = new QuerySession(bootJar(), data, QueryLimits.DEFAULT)) {
            QueryAnswer answer = session.ask("SELECT count(*) AS n FROM person");
            assertThat(answer.problem()).isNull();
            assertThat(answer.rows()).containsExactly(List.of("1000"));
            assertThat(session.ask("SELECT * FROM read_csv('/etc/passwd')").problem())
                    .isNotNull();
        }
    }

    /** As {@code java -jar marketplace-app/target/…-boot.jar} names it: relative to where it was started. */
    private static String bootJar() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.toString().endsWith("-boot.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("package the application first: mvn package"))
                    .toString();
        }
    }
}
