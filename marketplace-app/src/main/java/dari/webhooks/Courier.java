package dari.webhooks;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/** Carries events out: to public addresses, without following where an answer points, and not for longer than it takes. */
@Component
class Courier {

    private static final Timeout CONNECT = Timeout.ofSeconds(4);
    private static final Timeout ANSWER = Timeout.ofSeconds(6);
    private static final int WHOLE_SECONDS = 10;

    private final AddressRule addresses;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "webhook-watch");
        thread.setDaemon(true);
        return thread;
    });

    Courier(WebhookProperties properties) {
        this.addresses = new AddressRule(properties.testNetworks());
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(ANSWER)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(ANSWER)
                        .setRedirectsEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Dari-Webhooks/1")
                .build();
    }

    boolean mayGoTo(String url) {
        return addresses.allows(url);
    }

    Post.Outcome send(Post post) {
        if (!addresses.allows(post.url())) {
            return new Post.Outcome(null, "address");
        }
        HttpPost request = new HttpPost(post.url());
        post.headers().forEach(request::setHeader);
        request.setEntity(new StringEntity(post.body(), ContentType.APPLICATION_JSON));
        // an answer that drips in byte by byte never runs into the time limit between two of them
        ScheduledFuture<?> limit = watch.schedule(request::cancel, WHOLE_SECONDS, TimeUnit.SECONDS);
        // the body is not read: closing the answer without it gives up the connection
        try (ClassicHttpResponse answer = client.executeOpen(null, request, null)) {
            return new Post.Outcome(answer.getCode(), null);
        } catch (AddressRule.NotPublic e) {
            return new Post.Outcome(null, "address");
        } catch (UnknownHostException e) {
            return new Post.Outcome(null, "name");
        } catch (SSLException e) {
            return new Post.Outcome(null, "tls");
        } catch (SocketTimeoutException e) {
            return new Post.Outcome(null, "timeout");
        } catch (IOException e) {
            return new Post.Outcome(null, request.isCancelled() ? "timeout" : "connection");
        } finally {
            limit.cancel(false);
        }
    }

    @PreDestroy
    void close() throws IOException {
        watch.shutdownNow();
        client.close();
    }
}
