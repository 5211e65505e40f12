package dari.load;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes at the server's door what each request of a walk needs there: from the first filter to the last byte written. */
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
class ServerTimes extends OncePerRequestFilter {

    /** Names the page of a walk that a request belongs to. */
    static final String HEADER = "X-Load-Page";

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, List<Taken>> taken = new ConcurrentHashMap<>();

    /**
     * What one request took.
     *
     * @param nanos from its begin to its end, waiting included
     * @param cpuNanos what its thread computed; the database computes elsewhere
     */
    record Taken(long nanos, long cpuNanos, int status) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        try {
            chain.doFilter(request, response);
        } finally {
            String page = request.getHeader(HEADER);
            if (page != null) {
                taken.computeIfAbsent(page, any -> new CopyOnWriteArrayList<>())
                        .add(new Taken(
                                System.nanoTime() - begun,
                                threads.getCurrentThreadCpuTime() - cpu,
                                response.getStatus()));
            }
        }
    }

    List<Taken> of(String page) {
        return taken.getOrDefault(page, List.of());
    }
}
