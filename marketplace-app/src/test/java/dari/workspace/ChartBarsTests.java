package dari.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.release.Distribution;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartBarsTests {

    @Test
    void intervalsStandInTheirOwnOrderAndTheRestLast() {
        assertThat(labels("*", "1970-1974", "1920-1959", "1920-1939"))
                .containsExactly("1920-1939", "1920-1959", "1970-1974", "*");
    }

    @Test
    void otherValuesKeepTheirOrder() {
        assertThat(labels("8507", "8532", "0")).containsExactly("8507", "8532", "0");
    }

    private static List<String> labels(String... labels) {
        List<Distribution.Cell> cells = Stream.of(labels)
                .map(label -> new Distribution.Cell(label, null, null, 10))
                .toList();
        return ChartBars.of(new Distribution(Distribution.Kind.VALUES, cells, null)).bars().stream()
                .map(ChartBars.Bar::label)
                .toList();
    }
}
