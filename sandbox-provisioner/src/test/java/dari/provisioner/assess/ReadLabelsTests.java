package dari.provisioner.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadLabelsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*|anything|true",
                "20-29|20|true",
                "20-29|29|true",
                "20-29|30|false",
                "[20, 30)|29.9|true",
                "[20, 30)|30|false",
                "[20, 30[|30|false",
                "(20, 30]|20|false",
                "20..29|25|true",
                "20 to 29|25|true",
                "-5-5|-3|true",
                ">= 65|65|true",
                "> 65|65|false",
                "≤65|65|true",
                "<65|65|false",
                "90+|93|true",
                "90+|89|false",
                "123**|12345|true",
                "123**|12445|false",
                "20-29|F|false",
                "Other|F|false",
            })
    void readsLabelsOfOtherPrograms(String label, String raw, boolean covers) {
        assertThat(ReadLabels.covers(label, raw)).isEqualTo(covers);
    }
}
