package dari.provisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.ChildJava;
import dari.provisioner.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTests {

    @TempDir
    private Path parent;

    @Test
    void whatAKilledProcessLeftGoesAtTheNextStart() throws IOException {
        Path left = Files.createDirectory(parent.resolve("dari-work123"));
        Sources.write(left.resolve("spill/duckdb_temp_storage.tmp"), "encrypted");
        Files.createFile(parent.resolve("dari-work123.lock"));
        try (WorkFolder work = WorkFolder.create(parent)) {
            assertThat(left).doesNotExist();
            assertThat(work.path()).isEmptyDirectory();
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void theFolderOfALivingOneStays() throws IOException {
        try (WorkFolder one = WorkFolder.create(parent);
                WorkFolder other = WorkFolder.create(parent)) {
            assertThat(one.path()).exists().isNotEqualTo(other.path());
            assertThat(other.path()).exists();
        }
        assertThat(names()).isEmpty();
    }

    /** A second folder of one process must not give up the lock of the first: another process sweeps meanwhile. */
    @Test
    void anotherProcessLeavesAllFoldersOfALivingOne() throws Exception {
        try (WorkFolder one = WorkFolder.create(parent);
                WorkFolder two = WorkFolder.create(parent)) {
            Process sweeping = new ProcessBuilder(ChildJava.command(List.of(), Sweeping.class, parent.toString()))
                    .inheritIO()
                    .start();
            assertThat(sweeping.waitFor()).isZero();
            assertThat(one.path()).exists();
            assertThat(two.path()).exists();
        }
        assertThat(names()).isEmpty();
    }

    /** Another process that starts and ends. */
    static final class Sweeping {

        private Sweeping() {}

        public static void main(String[] arguments) {
            WorkFolder.create(Path.of(arguments[0])).close();
        }
    }

    private Stream<Path> names() throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.toList().stream();
        }
    }
}
