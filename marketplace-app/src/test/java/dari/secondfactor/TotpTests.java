package dari.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.stepAt(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    void writesTheSecretAsAppsDo(String text) {
        assertThat(Totp.text(SECRET)).isEqualTo(text);
        assertThat(Totp.secret(text)).isEqualTo(SECRET);
    }
}
