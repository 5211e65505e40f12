package dari.soak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dari.agents.AgentDesk;
import dari.audit.HistoryChain;
import dari.kernel.RuleBrokenException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Where whoever drives the soak asks, from outside of the application's process. Open on this machine alone. */
final class Door {

    private static final int THREADS = 6;

    private final Desk desk;
    private final Cast cast;
    private final AgentDesk agents;
    private final HistoryChain chain;
    private final int port;

    Door(Desk desk, Cast cast, AgentDesk agents, HistoryChain chain, @Value("${soak.door}") int port) {
        this.desk = desk;
        this.cast = cast;
        this.agents = agents;
        this.chain = chain;
        this.port = port;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext(
                "/next",
                exchange -> answer(
                        exchange,
                        () -> desk.next(Integer.parseInt(asked(exchange))).line()));
        server.createContext(
                "/gather",
                exchange -> answer(exchange, () -> {
                    cast.gather();
                    return "gathered";
                }));
        server.createContext(
                "/code",
                exchange -> answer(
                        exchange,
                        () -> cast.at(asked(exchange), "steward")
                                .get(() -> agents.issueCode())
                                .text()));
        server.createContext(
                "/chain",
                exchange -> answer(exchange, () -> {
                    while (chain.seal() > 0) {
                        Thread.onSpinWait();
                    }
                    return "broken at " + chain.firstBrokenPosition();
                }));
        server.start();
    }

    /** Something to be said, or what went wrong instead. */
    private interface Answer {
        String get() throws Exception;
    }

    private static String asked(HttpExchange exchange) {
        return exchange.getRequestURI().getRawQuery();
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        int status = 200;
        String text;
        try {
            text = answer.get();
        } catch (Exception e) {
            status = 500;
            text = said(e);
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The failure with where it came from: what the driver prints should it not go by. */
    private static String said(Exception e) {
        StringBuilder text = new StringBuilder(e.getClass().getSimpleName());
        text.append(' ').append(e instanceof RuleBrokenException rule ? rule.messageKey() : e.getMessage());
        for (StackTraceElement frame : e.getStackTrace()) {
            if (frame.getClassName().startsWith("dari.")) {
                text.append(" at ").append(frame);
                break;
            }
        }
        return text.toString().replaceAll("\\s+", " ");
    }
}
