package dari.api.door;

import dari.tokens.PresentedToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The token of a request, as its filter found it. */
public final class ApiCaller {

    private static final String ATTRIBUTE = ApiCaller.class.getName();

    private ApiCaller() {}

    static void keep(HttpServletRequest request, PresentedToken token) {
        request.setAttribute(ATTRIBUTE, token);
    }

    /** Empty where a request came without one. */
    public static Optional<PresentedToken> of(HttpServletRequest request) {
        return Optional.ofNullable((PresentedToken) request.getAttribute(ATTRIBUTE));
    }
}
