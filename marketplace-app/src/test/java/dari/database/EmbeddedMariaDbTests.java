package dari.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

class EmbeddedMariaDbTests {

    private final Path home = Path.of("target/locked-home").toAbsolutePath();

    @Test
    void leavesADatabaseAloneThatAnotherProcessUses() throws IOException {
        Files.createDirectories(home);
        try (FileChannel held =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            held.lock();
            assertThatThrownBy(() -> new EmbeddedMariaDb(home))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another process uses the database");
        }
        assertThat(home.resolve("mariadbd.log")).doesNotExist();
    }

    @Test
    void refusesToKeepDataWhereTheSystemMayEmptyIt() {
        assertThatThrownBy(() -> new EmbeddedMariaDb(Path.of(System.getProperty("java.io.tmpdir"), "dari")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("temporary directory");
    }
}
