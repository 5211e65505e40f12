package dari.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

class EmbeddedMariaDbTests {

    private static final DataSize MEMORY = DataSize.ofMegabytes(64);

    private final Path home = Path.of("target/locked-home").toAbsolutePath();

    @Test
    void leavesADatabaseAloneThatAnotherProcessUses() throws IOException {
        Files.createDirectories(home);
        try (FileChannel held =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            held.lock();
            assertThatThrownBy(() -> new EmbeddedMariaDb(home, MEMORY))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another process uses the database");
        }
        assertThat(home.resolve("mariadbd.log")).doesNotExist();
    }

    @Test
    void keepsItsDataBelowTheTemporaryDirectoryToo() throws IOException {
        Path temporary = Files.createTempDirectory("dari-database");
        try {
            new EmbeddedMariaDb(temporary, MEMORY).close();
            Path written = Files.writeString(temporary.resolve("data/dari/kept"), "x");
            new EmbeddedMariaDb(temporary, MEMORY).close();
            assertThat(written).exists();
        } finally {
            FileSystemUtils.deleteRecursively(temporary);
        }
    }
}
