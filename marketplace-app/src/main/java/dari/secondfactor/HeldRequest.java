package dari.secondfactor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a person was going, and what they had typed, when the second step came between. Kept in the session until it is
 * done; passwords and files are not kept.
 *
 * @param path path and query on this site
 * @param fields what a form held; empty for a page
 */
public record HeldRequest(boolean form, String path, Map<String, List<String>> fields) implements Serializable {

    private static final String KEPT_AS = "dari.heldRequest";

    /** More than any form of ours holds; a session is no place for more. */
    private static final int MOST_CHARACTERS = 400_000;

    static final HeldRequest HOME = new HeldRequest(false, "/home", Map.of());

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
                    ? new HeldRequest(false, path, Map.of())
                    : pageBefore(request);
        }
        Map<String, List<String>> fields = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.toLowerCase(Locale.ROOT).contains("password")) {
                fields.put(name, Arrays.asList(values));
            }
        });
        int size = fields.values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sum();
        String type = request.getContentType();
        boolean hasFiles = type != null && type.startsWith("multipart/");
        return hasFiles || size > MOST_CHARACTERS ? pageBefore(request) : new HeldRequest(true, path, fields);
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
            return new HeldRequest(false, path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()), Map.of());
        } catch (IllegalArgumentException e) {
            return HOME;
        }
    }

    @Override
    public String toString() {
        return "HeldRequest[redacted]";
    }
}
