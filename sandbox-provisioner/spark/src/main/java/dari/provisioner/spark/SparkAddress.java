package dari.provisioner.spark;

import dari.provisioner.BadInput;
import dari.provisioner.SurroundingsFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Spark runs.
 *
 * @param host of a standalone master; empty for threads of this process
 * @param port of the master
 * @param threads as Spark writes it: a number or {@code *}
 */
record SparkAddress(String host, int port, String threads) {

    static final String SCHEME = "spark://";

    private static final Pattern LOCAL = Pattern.compile("spark://local(?:\\[([1-9][0-9]{0,2}|\\*)])?");
    private static final Pattern MASTER = Pattern.compile("spark://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):([0-9]{1,5})");
    private static final int LARGEST_PORT = 65_535;
    private static final int PATIENCE_MILLIS = 5_000;

    /** @throws BadInput when it is neither a master nor local */
    static SparkAddress parse(String address) {
        Matcher local = LOCAL.matcher(address);
        if (local.matches()) {
            return new SparkAddress("", 0, local.group(1) == null ? "*" : local.group(1));
        }
        Matcher master = MASTER.matcher(address);
        if (!master.matches() || Integer.parseInt(master.group(2)) > LARGEST_PORT) {
            throw new BadInput("--engine", "is no address of Spark", "write spark://HOST:PORT or spark://local[N]");
        }
        return new SparkAddress(master.group(1), Integer.parseInt(master.group(2)), "");
    }

    boolean isLocal() {
        return host.isEmpty();
    }

    /** As Spark spells it. */
    String master() {
        return isLocal() ? "local[" + threads + "]" : SCHEME + host + ":" + port;
    }

    /** Whether everything that is sent stays on the loopback interface. */
    boolean isLoopback() {
        return isLocal() || resolved().isLoopbackAddress();
    }

    /** Whether the master is on this machine. */
    boolean isHere() {
        try {
            return isLoopback() || NetworkInterface.getByInetAddress(resolved()) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    /** @throws SurroundingsFailed when nobody listens there: Spark itself would try for a minute */
    void requireListening() {
        if (isLocal()) {
            return;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(resolved(), port), PATIENCE_MILLIS);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private InetAddress resolved() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw unreachable(e);
        }
    }

    private SurroundingsFailed unreachable(IOException cause) {
        return new SurroundingsFailed("no Spark master answers at " + master() + "; start it, or name another", cause);
    }
}
