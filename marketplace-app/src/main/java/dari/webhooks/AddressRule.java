package dari.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Lets nobody use us to reach what is not public: the rule is asked for the very addresses that are then connected to, so a
 * name that changes its mind between two look-ups gains nothing. Networks after the registries of IANA (RFC 6890).
 */
final class AddressRule implements DnsResolver {

    private static final List<Network> NOT_PUBLIC = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // all of IPv6 but what is given out as public, and of that what holds or tunnels to another address
            "0::/3",
            "4000::/2",
            "8000::/1",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    private final List<Network> exempt;

    AddressRule(List<String> testNetworks) {
        this.exempt = networks(testNetworks.toArray(String[]::new));
    }

    private static List<Network> networks(String... texts) {
        return Arrays.stream(texts).map(Network::of).toList();
    }

    boolean allows(InetAddress address) {
        return isExempt(address) || NOT_PUBLIC.stream().noneMatch(network -> network.holds(address));
    }

    private boolean isExempt(InetAddress address) {
        return exempt.stream().anyMatch(network -> network.holds(address));
    }

    /** Whether an address can be an endpoint: TLS, a name or a public address, nothing of a sign-in. */
    boolean allows(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            return false;
        }
        String host = uri.getHost();
        if (host == null || host.isBlank() || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return false;
        }
        boolean figures = host.startsWith("[") || host.matches("[0-9.]+");
        if (!figures) {
            boolean name = host.contains(".") && !host.endsWith(".localhost") && !host.endsWith(".local");
            return name && "https".equals(uri.getScheme());
        }
        try {
            InetAddress address = InetAddress.getByName(host);
            return allows(address) && ("https".equals(uri.getScheme()) || isExempt(address));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        if (!Arrays.stream(all).allMatch(this::allows)) {
            throw new NotPublic();
        }
        return all;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    /** A name that leads to an address that is not public. */
    static final class NotPublic extends UnknownHostException {}
}
