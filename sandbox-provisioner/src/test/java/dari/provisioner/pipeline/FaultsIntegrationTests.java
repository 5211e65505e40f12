package dari.provisioner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.ChildJava;
import dari.provisioner.Progress;
import dari.provisioner.ProvisionerException;
import dari.provisioner.Sources;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.cli.Main;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.Sql;
import dari.provisioner.profile.Profiling;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.ReleaseVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What surrounds a run fails: it ends with a clear word, shows nothing, and the next one starts clean. */
class FaultsIntegrationTests {

    @TempDir
    private Path folder;

    /** A limit on the size of files fails a write as a full disk does: at first the engine's own library, which it unpacks. */
    @Test
    void aDiskThatIsFullAtTheStartIsSafeToRetry() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 1; exec \"$0\" \"$@\""));
        command.addAll(provisioning());
        requireFailedCleanly(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    @Test
    void aDiskThatFillsInTheMiddleIsSafeToRetry() throws IOException, InterruptedException {
        Process run =
                new ProcessBuilder(provisioning()).redirectErrorStream(true).start();
        Path awaited = folder.resolve(".out.partial/release/data");
        while (run.isAlive() && !Files.exists(awaited)) {
            run.waitFor(1, TimeUnit.MILLISECONDS);
        }
        Process limit = new ProcessBuilder("prlimit", "--pid", String.valueOf(run.pid()), "--fsize=1000")
                .redirectErrorStream(true)
                .start();
        assertThat(limit.waitFor()).isZero();
        requireFailedCleanly(run);
    }

    private List<String> provisioning() {
        return ChildJava.command(
                List.of("-XX:-UsePerfData"),
                Main.class,
                "provision",
                "--source",
                Sources.demo("omop").toAbsolutePath().toString(),
                "--recipe",
                Sources.demoRecipe("omop").toAbsolutePath().toString(),
                "--out",
                folder.resolve("out").toString());
    }

    private void requireFailedCleanly(Process run) throws IOException, InterruptedException {
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(run.exitValue()).as(said).isEqualTo(4);
        assertThat(said.lines().filter(line -> !line.startsWith("SLF4J")))
                .as(said)
                .hasSize(1);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
        assertThat(provision(Sources.CLOCK, "out")).isInstanceOf(Outcome.Released.class);
    }

    @Test
    void aSourceThatVanishesWhileItIsReadIsSafeToRetry() throws IOException {
        Path source = Sources.hospital(folder.resolve("source"), 50, 1);
        List<Path> files;
        try (Stream<Path> all = Files.list(source)) {
            files = all.sorted().toList();
        }
        Progress vanishing = piece -> {
            if (piece.done() == 1) {
                delete(files.get(files.size() - 1));
            }
        };
        assertThatThrownBy(() -> new Profiling(Sources.CLOCK).profile(source, "200m", vanishing))
                .isInstanceOf(SurroundingsFailed.class);
    }

    @Test
    void aClockThatJumpsChangesNoRow() throws IOException {
        assertThat(provision(Sources.CLOCK, "steady")).isInstanceOf(Outcome.Released.class);
        assertThat(provision(new JumpingClock(), "jumping")).isInstanceOf(Outcome.Released.class);
        ReleaseVerifier.verify(folder.resolve("jumping"), null);
        try (Stream<Path> files = Files.list(folder.resolve("steady/data"))) {
            for (Path file : files.toList()) {
                assertThat(folder.resolve("jumping/data")
                                .resolve(file.getFileName().toString()))
                        .hasSameBinaryContentAs(file);
            }
        }
    }

    /** A changed byte anywhere in a Parquet file either does no harm to its form or is an error that says so. */
    @Test
    void aDamagedParquetFileIsNeverABug() throws IOException {
        Path whole = folder.resolve("whole.parquet");
        try (DuckDb engine = DuckDb.open("200m", folder)) {
            engine.execute("COPY (SELECT range AS id, 'word ' || range % 7 AS word FROM range(3000)) TO "
                    + Sql.text(whole.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path source = Files.createDirectory(folder.resolve("source"));
        int refused = 0;
        for (int at = 0; at < bytes.length; at += Math.max(1, bytes.length / 80)) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x55;
            Files.write(source.resolve("t.parquet"), damaged);
            try (DuckDb engine = DuckDb.open("200m", folder)) {
                SourceDirectory opened = SourceDirectory.open(engine, source, name -> 0);
                engine.each("SELECT * FROM " + opened.tables().get(0).view(), row -> row.getString(1));
            } catch (ProvisionerException e) {
                assertThat(e).hasMessageNotContaining("word ");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    private Outcome provision(Clock clock, String out) {
        return new Provisioning(clock)
                .run(
                        ProvisioningRequest.of(
                                        Sources.demo("omop"),
                                        Recipe.read(Sources.demoRecipe("omop")),
                                        folder.resolve(out))
                                .withKey(Sources.KEY),
                        Progress.SILENT);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A year forward, a year and a half back, and so on. */
    private static final class JumpingClock extends Clock {

        private Instant now = Sources.CLOCK.instant();
        private long days = 365;

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofDays(days));
            days = -days * 3 / 2;
            return now;
        }

        @Override
        public ZoneId getZone() {
            return Sources.CLOCK.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
