package dari.forms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed into a form that could not be taken: kept in the session and shown beside the fields when the
 * form's page is opened again. Passwords and files are not kept.
 *
 * @param page path of the form's page
 */
public record TypedText(String page, Map<String, List<String>> fields) implements Serializable {

    private static final String KEPT_AS = "dari.typedText";
    private static final Set<String> NOT_TYPED = Set.of("_csrf", "lang", FormMark.FIELD);

    /** Something written: two words, or a letter that no code has. */
    private static final Pattern WRITTEN = Pattern.compile("\\S\\s+\\S|[^\\p{ASCII}]");

    /** More than any form of ours holds; a session is no place for more. */
    private static final int MOST_CHARACTERS = 400_000;

    public TypedText {
        Map<String, List<String>> copy = new TreeMap<>();
        fields.forEach((name, values) -> copy.put(name, new ArrayList<>(values)));
        fields = copy;
    }

    /** The fields of a form that may be kept; empty when it is more than a session should hold. */
    public static Optional<Map<String, List<String>>> fieldsOf(HttpServletRequest request) {
        Map<String, List<String>> fields = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_TYPED.contains(name) && !name.toLowerCase(Locale.ROOT).contains("password")) {
                fields.put(name, Arrays.asList(values));
            }
        });
        int size = fields.values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sum();
        return size > MOST_CHARACTERS ? Optional.empty() : Optional.of(fields);
    }

    /** Keeps what this request's form holds, for the page it came from. */
    public static TypedText keep(HttpServletRequest request) {
        Map<String, List<String>> fields = new TreeMap<>(fieldsOf(request).orElse(Map.of()));
        fields.remove(SeenVersion.FIELD);
        TypedText typed = new TypedText(pageBefore(request).orElse(request.getRequestURI()), fields);
        request.getSession().setAttribute(KEPT_AS, typed);
        return typed;
    }

    /** What was typed into a form of this very page; null for none. */
    static @Nullable TypedText forPage(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(KEPT_AS) instanceof TypedText typed
                        && typed.page().equals(request.getRequestURI())
                ? typed
                : null;
    }

    /** The form of that page was taken now. */
    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(KEPT_AS) instanceof TypedText typed
                && (typed.page().equals(request.getRequestURI())
                        || pageBefore(request).filter(typed.page()::equals).isPresent())) {
            session.removeAttribute(KEPT_AS);
        }
    }

    /** The path of the page a form was on; only the path, so that nobody else's address can stand here. */
    private static Optional<String> pageBefore(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        if (referer == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(URI.create(referer).getRawPath())
                    .filter(path -> path.startsWith("/") && !path.startsWith("//"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What was typed into one field, where it is not what the field shows now. */
    public @Nullable String otherThan(String field, @Nullable Object now) {
        List<String> values = fields.get(field);
        if (values == null) {
            return null;
        }
        String typed = String.join(", ", values);
        String present = now instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : now == null ? "" : now.toString();
        return typed.strip().replace("\r\n", "\n").equals(present.strip().replace("\r\n", "\n")) ? null : typed;
    }

    /** Everything that is worth copying, for a page that has no such fields: words, not the codes that choices send. */
    public List<String> texts() {
        return fields.values().stream()
                .flatMap(List::stream)
                .filter(text -> WRITTEN.matcher(text).find())
                .toList();
    }

    @Override
    public String toString() {
        return "TypedText[redacted]";
    }
}
