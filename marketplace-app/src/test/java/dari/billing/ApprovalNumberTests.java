package dari.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApprovalNumberTests {

    @Test
    void isADayAndSixteenCharacters() {
        for (String good :
                List.of("202611264100000012345678", "20261126-41000000-1234abcd", "20261126 41000000 1234ABCD")) {
            assertThat(isValid(good)).as(good).isTrue();
        }
        for (String bad : List.of(
                "20261126",
                "202613264100000012345678",
                "2026112641000000123456789",
                "19991126-41000000-12345678",
                "20261126-4100000!-12345678")) {
            assertThat(isValid(bad)).as(bad).isFalse();
        }
    }

    @SuppressWarnings("NullAway") // the check looks at nothing but the text
    private static boolean isValid(String typed) {
        return new ApprovalNumber.Check().isValid(typed, null);
    }
}
