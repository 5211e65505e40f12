package dari.provisioner.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.SurroundingsFailed;
import dari.provisioner.query.QueryAnswer.Refusal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strangers' queries against a real process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuerySessionTests {

    private static final QueryLimits LIMITS = new QueryLimits(50, 100, Duration.ofSeconds(2), 256, 2560);

    private Path folder;
    private Path secret;
    private QuerySession session;

    @BeforeAll
    void aReleaseOfTwoTables(@TempDir Path temporary) throws Exception {
        folder = temporary;
        secret = Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
        Path data = Files.createDirectories(folder.resolve("data"));
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = engine.createStatement()) {
            statement.execute("COPY (SELECT i AS person_id, CASE WHEN i % 2 = 0 THEN 8507 ELSE 8532 END AS"
                    + " gender_concept_id, DATE '1950-01-01' + CAST(i % 20000 AS INTEGER) AS born FROM range(1, 1001) t(i)) TO '"
                    + data.resolve("person.parquet") + "' (FORMAT parquet)");
            statement.execute("COPY (SELECT i % 1000 + 1 AS person_id, 'C' || i % 7 AS code, i * 1.5 AS cost FROM"
                    + " range(0, 5000) t(i)) TO '" + data.resolve("visit.parquet") + "' (FORMAT parquet)");
        }
        session = new QuerySession(System.getProperty("java.class.path"), data, LIMITS);
    }

    @AfterAll
    void end() {
        session.close();
    }

    @Test
    void copiesThatAKilledProcessLeftGoAndThoseOfLivingOnesStay() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        ProcessHandle own = ProcessHandle.current();
        Path killed = Files.createTempDirectory("dari-query-999999999-1-"); // more processes than a system has
        Files.writeString(killed.resolve("person.parquet"), "a copy");
        // the number came back, the process did not
        Path earlier = Files.createTempDirectory("dari-query-" + own.pid() + "-1-");
        Path living = SessionFolder.make();
        Path other = Files.createTempDirectory(temporary, "dari-other-");
        try {
            QuerySession.removeLeft();
            assertThat(List.of(killed, earlier)).noneMatch(Files::exists);
            assertThat(List.of(living, other)).allMatch(Files::exists);
        } finally {
            SessionFolder.remove(living);
            SessionFolder.remove(other);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT count(*) FROM person",
                "FROM person LIMIT 3",
                "SELECT gender_concept_id, count(*) AS n, round(avg(year(born)), 1) FROM person GROUP BY 1 ORDER BY n DESC",
                "WITH old AS (SELECT * FROM main.person WHERE born < DATE '1960-01-01') SELECT code, count(DISTINCT o.person_id)"
                        + " FROM old o JOIN visit v USING (person_id) GROUP BY code HAVING count(*) > 1",
                "SELECT person_id, row_number() OVER (PARTITION BY code ORDER BY cost DESC) AS place FROM visit QUALIFY place <= 3",
                "SELECT code, quantile_cont(cost, 0.5), stddev(cost) FILTER (WHERE cost > 10) FROM visit GROUP BY ALL",
                "SELECT CASE WHEN code LIKE 'C1%' THEN 'one' ELSE upper(code) END, CAST(cost AS INTEGER) FROM visit"
                        + " WHERE code IN ('C1', 'C2') AND cost BETWEEN 1 AND 900 AND person_id IS NOT NULL",
                "SELECT date_trunc('year', born) AS y, date_diff('day', born, DATE '2026-01-01') FROM person ORDER BY y",
                "SELECT * FROM person WHERE EXISTS (SELECT 1 FROM visit v WHERE v.person_id = person.person_id)",
                "SELECT regexp_extract(code, '[0-9]'), string_agg(DISTINCT code, ',') FROM visit GROUP BY 1",
                "SELECT 1 UNION ALL SELECT 2 ORDER BY 1",
                "SELECT * EXCLUDE (born) FROM person USING SAMPLE 5 ROWS",
                "SELECT list_transform([1, 2], x -> x + 1), unnest([1, 2])"
            })
    void whatAScientistAsksIsAnswered(String sql) {
        QueryAnswer answer = session.ask(sql);
        assertThat(answer.problem()).isNull();
        assertThat(answer.rows()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM enable_logging(storage = 'file', storage_config = {'path': '/tmp/x'}) | FUNCTION",
                "CALL enable_logging(storage_path = '/tmp/x') | NOT_ONE_SELECT",
                "SELECT repeat('x', 2000000000) | FUNCTION",
                "SELECT lpad('x', 2000000000, 'y') | FUNCTION",
                "SELECT * FROM range(1000000000000) | FUNCTION",
                "SELECT range(1000000000) | FUNCTION",
                "SELECT generate_series(1, 1000000000) | FUNCTION",
                "SELECT * FROM query('SELECT 1') | FUNCTION",
                "SELECT * FROM query_table('person') | FUNCTION",
                "SELECT * FROM read_csv('SECRET') | FUNCTION",
                "SELECT * FROM read_text('/etc/passwd') | FUNCTION",
                "SELECT * FROM 'SECRET' | TABLE",
                "SELECT * FROM glob('/*') | FUNCTION",
                "SELECT * FROM duckdb_settings() | FUNCTION",
                "SELECT * FROM duckdb_settings | TABLE",
                "SELECT * FROM information_schema.tables | TABLE",
                "SELECT * FROM pg_catalog.pg_class | TABLE",
                "SELECT * FROM sqlite_master | TABLE",
                "SELECT current_setting('temp_directory') | FUNCTION",
                "SELECT getenv('HOME') | FUNCTION",
                "SELECT getvariable('x') | FUNCTION",
                "SELECT json_execute_serialized_sql('{}') | FUNCTION",
                "SELECT write_log('x') | FUNCTION",
                "SELECT system.main.getenv('HOME') | FUNCTION",
                "SELECT count(*) FROM person WHERE person_id IN (SELECT len(list(x)) FROM range(1000000000) t(x)) | FUNCTION",
                "SELECT 1; SELECT 2 | NOT_ONE_SELECT",
                "SELECT 1; DROP TABLE person | NOT_ONE_SELECT",
                "INSERT INTO person VALUES (1) | NOT_ONE_SELECT",
                "CREATE TEMP TABLE t AS SELECT 1 | NOT_ONE_SELECT",
                "COPY person TO '/tmp/x.csv' | NOT_ONE_SELECT",
                "ATTACH '/tmp/x.db' | NOT_ONE_SELECT",
                "SET threads = 8 | NOT_ONE_SELECT",
                "PRAGMA database_list | NOT_ONE_SELECT",
                "BEGIN | NOT_ONE_SELECT",
                "EXPLAIN SELECT 1 | NOT_ONE_SELECT",
                "PREPARE p AS SELECT 1 | NOT_ONE_SELECT",
                "SELECT * FROM (DESCRIBE person) | FORM",
                "DESCRIBE person | FORM",
                "SELECT $1 | FORM",
                "SELECT nextval('s') | FUNCTION",
                "SELECT * FROM person AT (VERSION => 1) | FORM",
                "SELEC 1 | SYNTAX",
                "'' | NOT_ONE_SELECT",
                "SELECT nothing FROM person | FAILED",
                "SELECT CAST(code AS INTEGER) FROM visit | FAILED",
            })
    void whatReachesFurtherIsRefusedAndTheSessionGoesOn(String sql, Refusal why) {
        QueryAnswer answer = session.ask(sql.replace("SECRET", secret.toString()));
        assertThat(answer.rows()).isEmpty();
        assertThat(answer.problem()).as(sql).isNotNull();
        assertThat(String.valueOf(answer.problem()))
                .doesNotContain(folder.resolve("data").toString());
        assertThat(answer.problem().refusal()).as(sql + answer.problem()).isEqualTo(why);
        assertThat(session.ask("SELECT count(*) FROM person").rows()).containsExactly(List.of("1000"));
    }

    @Test
    void whatNeverEndsIsStoppedAndHarmsNoOne() {
        String endless =
                "SELECT count(*) FROM visit a, visit b, visit c, visit d WHERE a.cost + b.cost > c.cost - d.cost";
        assertThat(session.ask(endless).problem())
                .isNotNull()
                .extracting("refusal")
                .isEqualTo(Refusal.TIME);
        assertThat(session.ask("SELECT count(*) FROM visit").rows()).containsExactly(List.of("5000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH RECURSIVE r AS (SELECT 'x' AS s UNION ALL SELECT s || s FROM r WHERE length(s) < 4000000000)"
                        + " SELECT max(length(s)) FROM r",
                "SELECT length(string_agg(a.code || b.code || c.code, '')) FROM visit a, visit b, visit c",
                "SELECT len(list(a.cost)) FROM visit a, visit b, visit c"
            })
    void whatGrowsWithoutBoundEndsItsOwnProcessAtMost(String sql) {
        assertThat(session.ask(sql).problem()).isNotNull().extracting("refusal").isIn(Refusal.MEMORY, Refusal.TIME);
        assertThat(session.ask("SELECT count(*) FROM visit").rows()).containsExactly(List.of("5000"));
    }

    @Test
    void longAnswersAreCutAndSaySo() {
        QueryAnswer many = session.ask("SELECT a.person_id FROM person a, person b");
        assertThat(many.rows()).hasSize(LIMITS.rows());
        assertThat(many.more()).isTrue();
        QueryAnswer few = session.ask("SELECT person_id FROM person LIMIT 50");
        assertThat(few.more()).isFalse();
        String wide = String.valueOf(session.ask("SELECT string_agg(code, '') FROM visit")
                .rows()
                .get(0)
                .get(0));
        assertThat(wide).hasSize(LIMITS.cellCharacters() + 1).endsWith("…");
    }

    @Test
    void columnsSayWhatTheyAre() {
        QueryAnswer answer = session.ask("SELECT code, count(*) AS n, NULL AS none FROM visit GROUP BY 1");
        assertThat(answer.columns()).extracting(QueryAnswer.Column::name).containsExactly("code", "n", "none");
        assertThat(answer.columns()).extracting(QueryAnswer.Column::number).startsWith(false, true);
        assertThat(answer.rows().get(0).get(2)).isNull();
    }

    @Test
    void anErrorSaysWhatToMend() {
        assertThat(session.ask("SELECT nothing FROM person").problem())
                .extracting(QueryAnswer.Problem::detail)
                .asString()
                .startsWith("Binder Error")
                .contains("nothing");
        assertThat(session.ask("SELECT count(*) FORM person").problem())
                .extracting(QueryAnswer.Problem::detail)
                .asString()
                .contains("syntax error");
    }

    @Test
    void aSessionWhoseProgramWasKilledLeavesNoCopyBehind() throws Exception {
        Path work = Files.createDirectories(folder.resolve("work"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        QueryServer.serve(
                folder.resolve("data"),
                work,
                LIMITS,
                new BufferedReader(new StringReader("")),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("person", "visit");
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void withoutAReleaseThereIsNoSession() {
        try (QuerySession none =
                new QuerySession(System.getProperty("java.class.path"), folder.resolve("nowhere"), LIMITS)) {
            assertThatThrownBy(none::warm).isInstanceOf(SurroundingsFailed.class);
        }
    }
}
