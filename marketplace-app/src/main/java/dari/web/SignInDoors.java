package dari.web;

import dari.secondfactor.HeldRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;

/** Where people are led who lack something: a sign-in, its second step, the setting up of one, a session that lasts. */
final class SignInDoors {

    private static final String ONWARD = "/login/onward";

    private SignInDoors() {}

    /** To the sign-in page; to the second step, whoever has given the password already. */
    static AuthenticationEntryPoint entry() {
        AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/login");
        return (request, response, e) -> {
            if (request.getAttribute(MemberFilter.SECOND_STEP_MISSING) == null) {
                signIn.commence(request, response, e);
            } else {
                lead(request, response, "/login/code");
            }
        };
    }

    /** To the setting up of a second step, when that is what is missing. */
    static AccessDeniedHandler refusal() {
        AccessDeniedHandler refuse = new AccessDeniedHandlerImpl();
        return (request, response, e) -> {
            if (e instanceof CsrfException && isFromAPage(request) && isFromHere(request)) {
                // the session ended, or another began in a second window: nothing was done, and nothing is lost
                lead(request, response, ONWARD);
            } else if (e instanceof AuthorizationDeniedException denied
                    && denied.getAuthorizationResult() instanceof FactorAuthorizationDecision
                    && isFromAPage(request)) {
                lead(request, response, "/account/second-step");
            } else {
                refuse.handle(request, response, e);
            }
        };
    }

    private static void lead(HttpServletRequest request, HttpServletResponse response, String to) throws IOException {
        if (!request.getRequestURI().equals(ONWARD)) {
            HeldRequest.hold(request);
        }
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(request.getContextPath() + to);
        } else {
            response.setHeader("HX-Redirect", request.getContextPath() + to);
        }
    }

    /** Of a page of ours, as browsers say: what another site sends is not kept for anybody to send on. */
    private static boolean isFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin =
                request.getHeader("Origin") == null ? request.getHeader("Referer") : request.getHeader("Origin");
        try {
            return origin != null
                    && request.getServerName().equals(URI.create(origin).getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isFromAPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getHeader("HX-Request") != null
                || (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE));
    }
}
