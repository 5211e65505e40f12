package dari.secondfactor;

import dari.forms.FormMark;
import dari.forms.TypedText;
import dari.kernel.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a person was going, and what they had typed, when the second step came between. Kept in the session until it is
 * done; passwords and files are not kept.
 *
 * @param path path and query on this site
 * @param fields what a form held; empty for a page
 * @param person whose form it was, as far as the form says
 */
public record HeldRequest(
        boolean form,
        String path,
        Map<String, List<String>> fields,
        @Nullable String person) implements Serializable {

    private static final String KEPT_AS = "dari.heldRequest";

    static final HeldRequest HOME = new HeldRequest(false, "/home", Map.of(), null);

    public HeldRequest {
        Map<String, List<String>> copy = new TreeMap<>();
        fields.forEach((name, values) -> copy.put(name, new ArrayList<>(values)));
        fields = copy;
    }

    /** One line of a form to be sent again. */
    public record Field(String name, String value) {

        @Override
        public String toString() {
            return "Field[redacted]";
        }
    }

    public List<Field> lines() {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
                .toList();
    }

    /** Keeps this request until {@link #take}. */
    public static void hold(HttpServletRequest request) {
        request.getSession().setAttribute(KEPT_AS, of(request));
    }

    /** Whether this visitor's session holds what somebody typed. */
    public static boolean isTyped(HttpServletRequest request) {
        HeldRequest held = peek(request);
        return held != null && held.form();
    }

    /** Whether it may be given to this person: not to another at the same machine. */
    boolean isOf(UserId reader) {
        return person == null || person.equals(reader.value().toString());
    }

    static @Nullable HeldRequest peek(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(KEPT_AS) instanceof HeldRequest held ? held : null;
    }

    static HeldRequest take(HttpServletRequest request) {
        HeldRequest held = peek(request);
        if (held == null) {
            return HOME;
        }
        request.getSession().removeAttribute(KEPT_AS);
        return held;
    }

    private static HeldRequest of(HttpServletRequest request) {
        String query = request.getQueryString();
        if (request.getRequestURI().startsWith("//")) {
            return HOME; // would be another site's address
        }
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        if ("GET".equals(request.getMethod())) {
            return request.getHeader("HX-Request") == null
                    ? new HeldRequest(false, path, Map.of(), null)
                    : pageBefore(request);
        }
        String type = request.getContentType();
        boolean hasFiles = type != null && type.startsWith("multipart/");
        Optional<Map<String, List<String>>> fields = TypedText.fieldsOf(request);
        if (hasFiles || fields.isEmpty() || request.getHeader("HX-Request") != null) {
            TypedText.keep(request); // shown beside the fields, because a file must be chosen again
            return pageBefore(request);
        }
        String person = FormMark.of(request.getParameter(FormMark.FIELD))
                .map(mark -> mark.person().value().toString())
                .orElse(null);
        return new HeldRequest(true, path, fields.get(), person);
    }

    /** The page the person was on; only its path, so that nobody else's address can stand here. */
    private static HeldRequest pageBefore(HttpServletRequest request) {
        String page = request.getHeader("HX-Current-URL");
        String referer = page == null ? request.getHeader("Referer") : page;
        if (referer == null) {
            return HOME;
        }
        try {
            URI uri = URI.create(referer);
            String path = uri.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return HOME;
            }
            return new HeldRequest(
                    false, path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()), Map.of(), null);
        } catch (IllegalArgumentException e) {
            return HOME;
        }
    }

    @Override
    public String toString() {
        return "HeldRequest[redacted]";
    }
}
