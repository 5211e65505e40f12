package dari.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A network, e.g. {@code 10.0.0.0/8}.
 *
 * @param bits how many leading bits its addresses share
 */
record Network(InetAddress base, int bits) {

    static Network of(String text) {
        int slash = text.indexOf('/');
        try {
            // an address in figures: nothing is looked up
            return new Network(
                    InetAddress.getByName(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException | RuntimeException e) {
            throw new IllegalArgumentException("not a network: " + text, e);
        }
    }

    boolean holds(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
