package dari.provisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbTests {

    private static final String MARK = "ThisMustNotBeReadableOnTheDisk";

    @TempDir
    private Path spill;

    @Test
    void spillsWhatDoesNotFitAndSpillsItEncrypted() throws IOException {
        try (DuckDb engine = DuckDb.open("100m", spill)) {
            engine.execute("CREATE TABLE t AS SELECT i, '" + MARK + "' || hash(i) AS text FROM range(3000000) r(i)");
            boolean spilled = false;
            try (Stream<Path> files = Files.walk(spill)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    spilled |= Files.size(file) > 0;
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .doesNotContain(MARK);
                }
            }
            assertThat(spilled).isTrue();
            assertThat(engine.number("SELECT count(DISTINCT i) FROM t")).isEqualTo(3_000_000);
        }
    }

    @Test
    void refusesASizeThatIsNone() {
        assertThatThrownBy(() -> DuckDb.open("much", spill)).isInstanceOf(BadInput.class);
    }

    @Test
    void neverRepeatsAStatementOrARow() {
        try (DuckDb engine = DuckDb.open("100m", spill)) {
            assertThatThrownBy(() -> engine.execute("SELECT CAST('" + MARK + "' AS INTEGER)"))
                    .isInstanceOf(IllegalStateException.class)
                    .satisfies(failure ->
                            assertThat(failure + " " + failure.getCause()).doesNotContain(MARK));
        }
    }
}
