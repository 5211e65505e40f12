package dari.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTests {

    private final AddressRule rule = new AddressRule(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.31.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:db8::1",
                "2001:0:1::1"
            })
    void refusesWhatIsNotPublic(String address) throws UnknownHostException {
        assertThat(rule.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "203.0.114.1", "2606:4700::1111", "2a00:1450::1"})
    void letsPublicAddressesThrough(String address) throws UnknownHostException {
        assertThat(rule.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/x",
                "https://user:pass@hooks.example.org/x",
                "https://localhost/x",
                "https://intranet/x",
                "https://db.local/x",
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "https://169.254.169.254/latest/meta-data",
                "https://2130706433/x",
                "https://0x7f.1/x",
                "ftp://hooks.example.org/x",
                "file:///etc/passwd",
                "not an address"
            })
    void refusesAddressesThatCannotBeAnEndpoint(String url) {
        assertThat(rule.allows(url)).isFalse();
    }

    @Test
    void asksAgainForTheVeryAddressesThatANameLeadsTo() throws UnknownHostException {
        assertThat(rule.allows("https://hooks.example.org:8443/x?y=1")).isTrue();
        // a name that leads home, as one does that changes its mind after it was registered
        assertThatThrownBy(() -> rule.resolve("localhost")).isInstanceOf(AddressRule.NotPublic.class);
        assertThat(new AddressRule(List.of("127.0.0.0/8", "::1/128")).resolve("localhost"))
                .isNotEmpty();
    }
}
