package dari.api.door;

import dari.kernel.SecretToken;
import dari.tokens.PresentedToken;
import dari.tokens.TokenKind;
import dari.web.MemberAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns a bearer token into its person as a member of its organisation, as the database has both now. */
final class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final List<TokenKind> kinds;
    private final Problems problems;

    TokenFilter(List<TokenKind> kinds, Problems problems) {
        this.kinds = List.copyOf(kinds);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<PresentedToken> token = presented(header);
        if (header != null && token.isEmpty()) {
            // also where no token is needed: whoever sends one wants to know that it is no good
            problems.write(Problem.of(ProblemKind.UNAUTHORIZED), request, response);
            return;
        }
        token.ifPresent(found -> {
            ApiCaller.keep(request, found);
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new MemberAuthentication(found.actor(), found.organization(), List.of()));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private Optional<PresentedToken> presented(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(text -> new SecretToken(text.substring(SCHEME.length()).strip()))
                .flatMap(token -> kinds.stream()
                        .flatMap(kind -> kind.present(token).stream())
                        .findFirst());
    }
}
