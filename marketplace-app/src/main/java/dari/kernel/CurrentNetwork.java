package dari.kernel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where the present request comes, so coarsely that it names a network and no machine. */
@Component
public class CurrentNetwork {

    private static final int BITS_OF_4 = 24;
    private static final int BITS_OF_6 = 48;

    /** What a prefix of IPv6 leaves out: always the longest run of zeros. */
    private static final Pattern AT_THE_END = Pattern.compile("(^|:)0(:0)+$");

    /** The network's prefix, e.g. {@code 203.0.113.0/24} or {@code 2001:db8:1::/48} (RFC 5952); empty outside a request. */
    public String prefix() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? of(request.getRequest().getRemoteAddr())
                : "";
    }

    /** @param address as digits, never a name */
    static String of(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            int bits = parsed instanceof Inet4Address ? BITS_OF_4 : BITS_OF_6;
            byte[] bytes = parsed.getAddress();
            Arrays.fill(bytes, bits / Byte.SIZE, bytes.length, (byte) 0);
            String written = InetAddress.getByAddress(bytes).getHostAddress();
            return AT_THE_END.matcher(written).replaceFirst("::") + "/" + bits;
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
