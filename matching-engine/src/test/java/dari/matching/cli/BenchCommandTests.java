package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTests {

    @ParameterizedTest
    @CsvSource({
        "2, --offers 0, --offers: must be 1 or more",
        "2, --dimensions 5000, --dimensions: must lie between 0 and 1024",
        "2, --elasticsearch localhost, expected an address like http://localhost:9200",
        "4, --elasticsearch http://127.0.0.1:1, Elasticsearch at http://127.0.0.1:1 is not there"
    })
    void saysWhatIsWrongBeforeItMeasuresAnything(int exit, String options, String says) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(Main.run(("bench " + options).split(" "), console)).isEqualTo(exit);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(says).hasLineCount(1);
        assertThat(out.size()).isZero();
    }
}
