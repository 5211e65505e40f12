package dari.web;

import static org.assertj.core.api.Assertions.assertThat;

import dari.support.AgentTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.unit.DataSize;

/** Forms that a real server reads or refuses by their size: a simulated request has no such limits. */
@AgentTest
class TooMuchSentTests {

    @LocalServerPort
    int port;

    @Test
    void readsTheLargestFormThatAPageShows() throws Exception {
        // read, and refused for what it lacks: the page's token against forgery
        assertThat(send(fields(180 * 9), "text/html", "ko").statusCode()).isEqualTo(403);
    }

    @Test
    void saysInTheReadersLanguageThatAFormHasTooManyFields() throws Exception {
        HttpResponse<String> korean = send(fields(5_000), "text/html", "ko");
        assertThat(korean.statusCode()).isEqualTo(413);
        assertThat(korean.body())
                .contains("너무 많습니다", "256MB", "/dari/theme.css")
                .doesNotContain("Tomcat");
        assertThat(send(fields(5_000), "text/html", "en").body()).contains("Nothing of it was saved");
    }

    @Test
    void saysSoOfFilesThatAreTooLargeAlthoughTheyAreStillBeingSent() throws Exception {
        long size = DataSize.ofMegabytes(300).toBytes();
        HttpResponse<String> answer = send(
                BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Zeros(size)), size),
                "text/html",
                "en");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("256MB");
    }

    @Test
    void tellsAProgramTheSame() throws Exception {
        HttpResponse<String> answer = send(fields(5_000), "application/json", "en");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("json");
    }

    private HttpResponse<String> send(BodyPublisher body, String accept, String language) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .header("Accept", accept)
                                .header("Accept-Language", language)
                                .POST(body)
                                .build(),
                        BodyHandlers.ofString());
    }

    private static BodyPublisher fields(int count) {
        return BodyPublishers.ofString(IntStream.range(0, count)
                .mapToObj(i -> "--x\r\nContent-Disposition: form-data; name=\"field" + i + "\"\r\n\r\nkeep\r\n")
                .collect(Collectors.joining("", "", "--x--\r\n")));
    }

    /** So many bytes that nobody holds. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(most, left);
            left -= count;
            return count;
        }
    }
}
