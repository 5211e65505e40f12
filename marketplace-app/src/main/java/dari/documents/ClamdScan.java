package dari.documents;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks clamd by its INSTREAM command: chunks with their lengths, an empty one at the end, one line back. */
final class ClamdScan implements MalwareScan {

    private static final Logger LOG = LoggerFactory.getLogger(ClamdScan.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;

    private final InetSocketAddress address;
    private final int timeoutMillis;

    ClamdScan(String hostAndPort, int timeoutMillis) {
        int colon = hostAndPort.lastIndexOf(':');
        this.address = new InetSocketAddress(
                hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public Result scan(InputStream content) {
        String answer;
        try {
            answer = ask(content);
        } catch (IOException e) {
            LOG.warn("clamd does not answer: {}", e.toString());
            throw new ContentRefused("scanner");
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Result(ScanState.INFECTED, found.group(1));
        }
        if (!answer.equals("stream: OK")) {
            LOG.warn("clamd could not scan a file: {}", answer);
            throw new ContentRefused("scanner");
        }
        return new Result(ScanState.CLEAN, null);
    }

    private String ask(InputStream content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), timeoutMillis);
            socket.setSoTimeout(timeoutMillis);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write(COMMAND);
            byte[] chunk = new byte[CHUNK];
            for (int length = content.readNBytes(chunk, 0, CHUNK);
                    length > 0;
                    length = content.readNBytes(chunk, 0, CHUNK)) {
                out.writeInt(length);
                out.write(chunk, 0, length);
            }
            out.writeInt(0);
            out.flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            for (int b = socket.getInputStream().read();
                    b > 0;
                    b = socket.getInputStream().read()) {
                answer.write(b);
                if (answer.size() > LONGEST_ANSWER) {
                    throw new IOException("answer without end");
                }
            }
            return answer.toString(StandardCharsets.UTF_8).strip();
        }
    }
}
