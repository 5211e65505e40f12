package dari.provisioner.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainTests {

    private static final Domain DOMAIN = Domain.parse("""
            {"sex": 2, "ward": {"values": ["A", "B", 7]}, "age": {"min": 0, "max": 120, "bins": 24},
             "weight": {"min": 1.5, "max": 200, "bins": 10}, "code": {"values": ["I10", "other"]}}
            """, "domain.json");

    @ParameterizedTest
    @CsvSource({
        "sex,0,0",
        "sex,1,1",
        "sex,1.0,1",
        "sex,2,2",
        "sex,-1,2",
        "sex,0.5,2",
        "sex,F,2",
        "sex,1e999999999,2",
        "ward,A,0",
        "ward,7,2",
        "ward,a,3",
        "ward,'',4",
        "age,0,0",
        "age,4.99,0",
        "age,5,1",
        "age,120,23",
        "age,121,24",
        "age,-0.1,24",
        "age,NaN,24",
        "age,x,24",
        "weight,1.5,0",
        "weight,200,9",
        "code,I10,0",
        "code,J00,1"
    })
    void codesWhatIsDeclaredAndSendsTheRestToOther(String column, String text, int code) {
        assertThat(DOMAIN.column(column).orElseThrow().code(text)).isEqualTo(code);
    }

    @Test
    void missingHasItsOwnCodeAndComesBackMissing() {
        for (ColumnDomain column : DOMAIN.columns()) {
            assertThat(column.code(null)).isEqualTo(column.size() - 1);
            assertThat(column.text(column.size() - 1, new SplittableRandom(1))).isNull();
            assertThat(column.text(column.declared(), new SplittableRandom(1))).isEqualTo("other");
        }
    }

    @Test
    void everyDeclaredCodeComesBackAsAValueOfItself() {
        SplittableRandom random = new SplittableRandom(1);
        for (ColumnDomain column : DOMAIN.columns()) {
            for (int code = 0; code < column.declared(); code++) {
                for (int draw = 0; draw < 50; draw++) {
                    String text = column.text(code, random);
                    assertThat(column.code(text))
                            .as("%s %s", column.name(), text)
                            .isEqualTo(code);
                }
            }
        }
    }

    @Test
    void intervalsOfWholeNumbersGiveWholeNumbersUpToTheBounds() {
        ColumnDomain age = DOMAIN.column("AGE").orElseThrow();
        SplittableRandom random = new SplittableRandom(1);
        assertThat(new java.util.TreeSet<>(java.util.stream.IntStream.range(0, 300)
                        .mapToObj(i -> Integer.valueOf(age.text(23, random)))
                        .toList()))
                .containsExactly(115, 116, 117, 118, 119, 120);
        assertThat(new BigDecimal(DOMAIN.column("weight").orElseThrow().text(0, random)).scale())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|names no column",
                "[]|names no column",
                "{\"a\": 0}|needs a whole number",
                "{\"a\": -3}|needs a whole number",
                "{\"a\": 1.5}|needs a whole number",
                "{\"a\": 1000000000000}|needs a whole number from 1 to 30000",
                "{\"a\": \"x\"}|is no domain",
                "{\"a\": {\"values\": []}}|needs 1 to 30000 values",
                "{\"a\": {\"values\": [1, 1]}}|lists a value twice",
                "{\"a\": {\"values\": [\"\"]}}|lists an empty value",
                "{\"a\": {\"values\": [[]]}}|lists something else",
                "{\"a\": {\"min\": 1, \"max\": 1, \"bins\": 3}}|has a min that is not below",
                "{\"a\": {\"min\": 0, \"max\": 1, \"bins\": 0}}|needs a whole number",
                "{\"a\": {\"min\": 0, \"max\": 1}}|is no domain",
                "{\"a\": 2, \"A\": 3}|names a column twice",
                "{\"a\": 2, \"a\": 3}|not valid JSON or names a column twice",
                "{\"a\": 2|not valid JSON",
            })
    void saysWhatIsWrongInOneLine(String text, String message) {
        assertThatThrownBy(() -> Domain.parse(text, "domain.json"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("domain.json")
                .hasMessageContaining(message)
                .message()
                .hasLineCount(1);
    }
}
