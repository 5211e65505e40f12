package dari.api.door;

import dari.tokens.PresentedToken;
import dari.tokens.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST with an idempotency key happens once: sent again within a day, it gets the first answer again. A question to a
 * release changes nothing, and its answer is kept nowhere: it would outlive the access.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_BODY = 1 << 20;
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE);

    private final IdempotencyStore answers;
    private final Problems problems;

    IdempotencyFilter(IdempotencyStore answers, Problems problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        Optional<PresentedToken> token = ApiCaller.of(request);
        boolean keepable = token.filter(found -> !found.scopes().contains(Scope.RELEASE_QUERY))
                .isPresent();
        if (key == null || !keepable || !request.getMethod().equals(HttpMethod.POST.name())) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            problems.write(Problem.of(ProblemKind.UNREADABLE), request, response);
        } else if (body.length > LONGEST_BODY) {
            problems.write(Problem.of(ProblemKind.TOO_LARGE), request, response);
        } else {
            once(asked(token.get(), key, request, body), new BodyRequest(request, body), response, chain);
        }
    }

    private void once(
            IdempotencyStore.Asked asked, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        try {
            Optional<IdempotencyStore.Answer> before =
                    answers.kept(asked).or(() -> answers.once(asked, () -> run(request, held, chain)));
            if (before.isPresent()) {
                again(before.get(), response);
            } else {
                held.copyBodyToResponse();
            }
        } catch (IdempotencyStore.KeyReused e) {
            problems.write(Problem.of(ProblemKind.KEY_REUSED), request, response);
        } catch (Escaped e) {
            throw e.served();
        }
    }

    /** What was refused changed nothing and may be sent again, better. */
    private static IdempotencyStore.@Nullable Answer run(
            HttpServletRequest request, ContentCachingResponseWrapper held, FilterChain chain) {
        try {
            chain.doFilter(request, held);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new Escaped(e);
        }
        if (held.getStatus() < 200 || held.getStatus() >= 300) {
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = name.equals(HttpHeaders.CONTENT_TYPE) ? held.getContentType() : held.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new IdempotencyStore.Answer(
                held.getStatus(), headers, new String(held.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static void again(IdempotencyStore.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static IdempotencyStore.Asked asked(
            PresentedToken token, String key, HttpServletRequest request, byte[] body) {
        MessageDigest all = sha256();
        all.update((request.getRequestURI() + "?" + request.getQueryString() + "\n").getBytes(StandardCharsets.UTF_8));
        return new IdempotencyStore.Asked(
                token.id(), hex(sha256().digest(key.getBytes(StandardCharsets.UTF_8))), hex(all.digest(body)));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Carries a failure out through the transaction, which it rolls back. */
    private static final class Escaped extends RuntimeException {

        private final transient ServletException served;

        private Escaped(ServletException served) {
            super(served);
            this.served = served;
        }

        private ServletException served() {
            return served;
        }
    }
}
