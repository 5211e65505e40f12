package dari.api.door;

import dari.tokens.PresentedToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away who has used up a share; the headers are those of the IETF's draft on rate limits. */
final class RateFilter extends OncePerRequestFilter {

    private final RateLimits limits;
    private final Function<HttpServletRequest, @Nullable String> caller;
    private final Problems problems;

    private RateFilter(RateLimits limits, Function<HttpServletRequest, @Nullable String> caller, Problems problems) {
        this.limits = limits;
        this.caller = caller;
        this.problems = problems;
    }

    /** Before the token is looked up: guessing one costs a share, too. */
    static RateFilter perAddress(ApiProperties properties, Problems problems) {
        return new RateFilter(
                new RateLimits("address", properties.perAddress(), properties.window()),
                HttpServletRequest::getRemoteAddr,
                problems);
    }

    static RateFilter perToken(ApiProperties properties, Problems problems) {
        return new RateFilter(
                new RateLimits("token", properties.perToken(), properties.window()),
                request -> ApiCaller.of(request)
                        .map(PresentedToken::id)
                        .map(Object::toString)
                        .orElse(null),
                problems);
    }

    /** There are two of them in the chain, of which each works once. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return super.getAlreadyFilteredAttributeName() + "." + System.identityHashCode(this);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String who = caller.apply(request);
        if (who == null) {
            chain.doFilter(request, response);
            return;
        }
        RateLimits.Share share = limits.take(who);
        response.setHeader("RateLimit-Policy", share.policy());
        response.setHeader("RateLimit", share.limit());
        if (share.allowed()) {
            chain.doFilter(request, response);
        } else {
            long seconds = Math.max(1, share.untilNext().plusMillis(999).toSeconds());
            problems.write(
                    Problem.of(ProblemKind.TOO_MANY, seconds).with(HttpHeaders.RETRY_AFTER, Long.toString(seconds)),
                    request,
                    response);
        }
    }
}
