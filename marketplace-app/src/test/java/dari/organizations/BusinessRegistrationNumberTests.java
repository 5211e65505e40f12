package dari.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessRegistrationNumberTests {

    /** Published numbers of large Korean companies. */
    @ParameterizedTest
    @ValueSource(strings = {"124-81-00998", "220-81-62517", "120-81-47521"})
    void acceptsRealNumbers(String written) {
        assertThat(BusinessRegistrationNumber.isValid(BusinessRegistrationNumber.normalized(written)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"124-81-00997", "2208162518", "12481", "", "124810099A", "１２４８１００９９８"})
    void refusesWrongOnes(String written) {
        assertThat(BusinessRegistrationNumber.isValid(BusinessRegistrationNumber.normalized(written)))
                .isFalse();
    }
}
