package dari.provisioner.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Sources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as documented, on a real cluster and without one. */
class StandaloneClusterIntegrationTests {

    private static final Path RUNNABLE =
            Path.of("..", "target", "sandbox-provisioner.jar").toAbsolutePath();
    private static final int PERSONS = 500;

    @TempDir
    private Path folder;

    @Test
    void givesTheSameTableAsInProcessAndNothingWhenItsWorkerIsKilled() throws Exception {
        Sources.hospital(folder.resolve("source"), PERSONS, 7);
        Path recipe = Sources.write(folder.resolve("recipe.yaml"), Sources.hospitalRecipe("none"));
        Path key = Sources.write(folder.resolve("key.hex"), "0123456789abcdef".repeat(4));
        try (StandaloneCluster cluster = new StandaloneCluster(Files.createDirectory(folder.resolve("spark")))) {
            String[] arguments = {
                "provision", "--source", "source", "--recipe", recipe.toString(), "--key-file", key.toString()
            };
            Result local = finish(command(true, List.of(), arguments, "--out", "local"));
            Result spark =
                    finish(command(true, List.of(), arguments, "--out", "spark-out", "--engine", cluster.address()));
            assertThat(local.code()).isZero();
            assertThat(spark.error()).isEmpty();
            assertThat(spark.code()).isZero();
            StandaloneCluster.await(cluster::runsTask); // a worker copies its executors' logs in its own time
            cluster.forgetTasks();
            assertThat(spark.output().replace("spark-out", "local")).isEqualTo(local.output());
            for (String table : List.of("person", "visit")) {
                assertThat(sorted("spark-out", table))
                        .hasSizeGreaterThan(PERSONS / 2)
                        .isEqualTo(sorted("local", table));
            }
            assertThat(folder.resolve("spark-out/dictionary.json"))
                    .hasSameTextualContentAs(folder.resolve("local/dictionary.json"));

            Process killed = command(
                    true,
                    List.of("-Dspark.dari.executorPatience=1"),
                    arguments,
                    "--out",
                    "killed",
                    "--engine",
                    cluster.address());
            StandaloneCluster.await(() -> cluster.runsTask() || !killed.isAlive());
            assertThat(killed.isAlive()).isTrue();
            cluster.killWorker();
            Result lost = finish(killed);
            assertThat(lost.error()).hasSize(1).first().asString().contains("Spark");
            assertThat(lost.code()).isEqualTo(4);
            assertThat(left("killed")).isEmpty();
        }
    }

    @Test
    void saysInOneLineThatNoMasterAnswers() throws Exception {
        Sources.hospital(folder.resolve("source"), 20, 7);
        Path recipe = Sources.write(folder.resolve("recipe.yaml"), Sources.hospitalRecipe("none"));
        String nobody = "spark://127.0.0.1:" + StandaloneCluster.freePort();
        Result result = finish(command(
                true,
                List.of(),
                new String[] {"provision", "--source", "source", "--recipe", recipe.toString()},
                "--out",
                "out",
                "--engine",
                nobody));
        assertThat(result.error())
                .containsExactly("no Spark master answers at " + nobody + "; start it, or name another");
        assertThat(result.code()).isEqualTo(4);
        assertThat(left("out")).isEmpty();
    }

    @Test
    void saysWhatToPutOnTheClassPath() throws Exception {
        Sources.hospital(folder.resolve("source"), 20, 7);
        Path recipe = Sources.write(folder.resolve("recipe.yaml"), Sources.hospitalRecipe("none"));
        Result result = finish(command(
                false,
                List.of(),
                new String[] {"provision", "--source", "source", "--recipe", recipe.toString()},
                "--out",
                "out",
                "--engine",
                "spark://127.0.0.1:7077"));
        assertThat(result.error()).hasSize(1).first().asString().contains("sandbox-provisioner/spark/target/lib/*");
        assertThat(result.code()).isEqualTo(2);
        assertThat(left("out")).isEmpty();
    }

    private List<String> sorted(String release, String table) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve(release).resolve("data/" + table + ".csv"))) {
            return lines.sorted().toList();
        }
    }

    /** Whatever of a run's output is there, hidden or not. */
    private List<Path> left(String out) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName()
                                    .toString()
                                    .replaceFirst("^\\.", "")
                                    .startsWith(out + ".")
                            || file.getFileName().toString().equals(out))
                    .toList();
        }
    }

    private record Result(int code, String output, List<String> error) {}

    private Process command(boolean withSpark, List<String> options, String[] arguments, String... more)
            throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        line.addAll(options);
        line.addAll(List.of(
                "-cp",
                RUNNABLE
                        + (withSpark
                                ? File.pathSeparator + Path.of("target", "lib").toAbsolutePath() + "/*"
                                : ""),
                "dari.provisioner.cli.Main"));
        line.addAll(List.of(arguments));
        line.addAll(List.of(more));
        return new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("output").toFile())
                .redirectError(folder.resolve("error").toFile())
                .start();
    }

    private Result finish(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Result(
                process.exitValue(),
                Files.readString(folder.resolve("output")),
                Files.readAllLines(folder.resolve("error")));
    }
}
