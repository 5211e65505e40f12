package dari.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Words;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Distribution;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people type and what a dictionary holds becomes SQL that can mean nothing else. */
class CriterionTests {

    @Test
    void aValueStaysAValueWhateverIsTyped() {
        assertThat(criterion("text", "x' OR '1'='1").sql()).contains("CAST(\"code\" AS VARCHAR) = 'x'' OR ''1''=''1'");
        assertThat(criterion("integer", "1 OR 1=1").sql()).isEmpty();
        assertThat(criterion("integer", " 1.50 ").sql()).contains("\"code\" = 1.50");
        assertThat(criterion("decimal", "1e999999999").sql()).isEmpty();
        assertThat(criterion("decimal", "1e-999999999").sql()).isEmpty();
        assertThat(criterion("decimal", "1e9").sql()).contains("\"code\" = 1000000000");
        assertThat(criterion("text", "가".repeat(201)).sql()).isEmpty();
        assertThat(criterion("date", "2020-02-30").sql()).isEmpty();
        assertThat(criterion("date", "2020-02-29").sql())
                .contains("CAST(\"code\" AS DATE) = CAST('2020-02-29' AS DATE)");
    }

    @Test
    void aColumnIsCountedInTheCellsThatItsDictionaryShows() {
        BinnedColumn values = new BinnedColumn(column(
                "text",
                new Distribution(
                        Distribution.Kind.VALUES, List.of(new Distribution.Cell("O'Neill", null, null, 30)), 5L)));
        assertThat(values.sql())
                .isEqualTo("CASE WHEN CAST(\"code\" AS VARCHAR) = 'O''Neill' THEN 'O''Neill' ELSE '…' END");
        BinnedColumn years = new BinnedColumn(column(
                "date",
                new Distribution(
                        Distribution.Kind.HISTOGRAM, List.of(new Distribution.Cell("2010", 2010.0, 2011.0, 30)), 0L)));
        assertThat(years.sql()).contains("year(\"code\") >= 2010 AND year(\"code\") < 2011");
        assertThat(BinnedColumn.isPossible(column("text", Distribution.NONE))).isFalse();
    }

    private static Criterion criterion(String type, String value) {
        Dictionary.Column column = column(type, Distribution.NONE);
        return new Criterion(
                new Dictionary.Table("person", null, 100, List.of(column)), column, Criterion.Comparison.IS, value);
    }

    private static Dictionary.Column column(String type, Distribution distribution) {
        return new Dictionary.Column(
                "code", type, "other", new Words("kept", List.of(), "그대로", "kept"), null, 0L, distribution);
    }
}
