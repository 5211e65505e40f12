package dari.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a socket that reads INSTREAM as clamd does. */
class ClamdScanTests {

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void sendsTheWholeFileAndBelievesTheAnswer() {
        byte[] file = new byte[200_000];
        file[199_999] = 7;
        CompletableFuture<byte[]> received = answering("stream: OK\0");
        assertThat(scan().scan(file).state()).isEqualTo(ScanState.CLEAN);
        assertThat(received.join()).isEqualTo(file);
    }

    @Test
    void tellsWhatWasFound() {
        answering("stream: Eicar-Test-Signature FOUND\0");
        MalwareScan.Result result = scan().scan(new byte[] {1});
        assertThat(result.state()).isEqualTo(ScanState.INFECTED);
        assertThat(result.found()).isEqualTo("Eicar-Test-Signature");
    }

    @Test
    void keepsNothingWhenTheScannerFails() throws IOException {
        answering("INSTREAM size limit exceeded. ERROR\0");
        refusesForNow();
        answering("");
        refusesForNow();
        server.close();
        refusesForNow();
    }

    private void refusesForNow() {
        assertThatThrownBy(() -> scan().scan(new byte[] {1}))
                .isInstanceOfSatisfying(
                        ContentRefused.class, e -> assertThat(e.messageKey()).isEqualTo("documents.refused.scanner"));
    }

    private ClamdScan scan() {
        return new ClamdScan("127.0.0.1:" + server.getLocalPort(), 5_000);
    }

    private CompletableFuture<byte[]> answering(String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket client = server.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII))
                        .isEqualTo("zINSTREAM\0");
                ByteArrayOutputStream received = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    received.write(in.readNBytes(length));
                }
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return received.toByteArray();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
