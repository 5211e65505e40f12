package dari.provisioner.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SparkAddressTests {

    @Test
    void readsMastersAndLocalThreads() {
        assertThat(SparkAddress.parse("spark://node-1.hospital:7077").master())
                .isEqualTo("spark://node-1.hospital:7077");
        assertThat(SparkAddress.parse("spark://local[2]").master()).isEqualTo("local[2]");
        assertThat(SparkAddress.parse("spark://local[*]").master()).isEqualTo("local[*]");
        assertThat(SparkAddress.parse("spark://local").master()).isEqualTo("local[*]");
    }

    @Test
    void refusesWhatIsNoAddress() {
        Stream.of(
                        "spark://",
                        "spark://host",
                        "spark://host:",
                        "spark://host:99999",
                        "spark://local[0]",
                        "spark://a b:1",
                        "spark://h:1,h2:1",
                        "spark://h:1/x")
                .forEach(address -> assertThatThrownBy(() -> SparkAddress.parse(address))
                        .as(address)
                        .isInstanceOf(BadInput.class)
                        .hasMessageContaining("--engine"));
    }

    @Test
    void refusesToSendRowsInTheClearToAnotherMachine() {
        // TEST-NET-3 of RFC 5737: nobody's address
        assertThatThrownBy(() -> Cluster.open(SparkAddress.parse("spark://203.0.113.7:7077"), Path.of("unused")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("in the clear")
                .hasMessageContaining("spark.authenticate");
    }
}
