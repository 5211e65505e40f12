package dari.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrentNetworkTests {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.57, 203.0.113.0/24",
        "10.0.0.1, 10.0.0.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1::/48",
        "2001:db8:0:7::1, 2001:db8::/48",
        "2001:0:30:1::1, 2001:0:30::/48",
        "::1, ::/48"
    })
    void namesANetworkAndNoMachine(String address, String network) {
        assertThat(CurrentNetwork.of(address)).isEqualTo(network);
    }
}
