package dari.matching.permission;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a dataset permits, or what a purpose intends: a value for each {@link Term} that was set, nothing for the others.
 *
 * @param values Boolean for flags, String for texts, list of strings for lists
 */
public record UseTerms(Map<Term, Object> values) {

    public static final UseTerms NONE = new UseTerms(Map.of());

    public UseTerms {
        EnumMap<Term, Object> copy = new EnumMap<>(Term.class);
        values.forEach((term, value) -> copy.put(term, checked(term, value)));
        values = Collections.unmodifiableMap(copy);
    }

    public UseTerms with(Term term, Object value) {
        EnumMap<Term, Object> more = new EnumMap<>(Term.class);
        more.putAll(values);
        more.put(term, value);
        return new UseTerms(more);
    }

    public UseTerms without(Term term) {
        EnumMap<Term, Object> fewer = new EnumMap<>(Term.class);
        fewer.putAll(values);
        fewer.remove(term);
        return new UseTerms(fewer);
    }

    /** True, false, or null when unset. */
    public @Nullable Boolean flag(Term term) {
        return values.get(term) instanceof Boolean flag ? flag : null;
    }

    public boolean isTrue(Term term) {
        return Boolean.TRUE.equals(values.get(term));
    }

    public boolean isFalse(Term term) {
        return Boolean.FALSE.equals(values.get(term));
    }

    public boolean isSet(Term term) {
        return values.containsKey(term);
    }

    /** Whether a flag is true or a text says something. */
    public boolean speaksOf(Term term) {
        Object value = values.get(term);
        return Boolean.TRUE.equals(value) || (value instanceof String text && !text.isBlank());
    }

    /** The text, or null when unset. */
    public @Nullable String text(Term term) {
        return values.get(term) instanceof String text ? text : null;
    }

    /** The list, empty when unset. */
    public List<String> list(Term term) {
        return values.get(term) instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }

    private static Object checked(Term term, Object value) {
        boolean fits = switch (term.kind()) {
            case FLAG -> value instanceof Boolean;
            case TEXT -> value instanceof String;
            case TEXT_OR_FLAG -> value instanceof String || value instanceof Boolean;
            case LIST -> value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        };
        if (!fits) {
            throw new IllegalArgumentException(term.field() + " must be " + expected(term.kind()) + ", was "
                    + value.getClass().getSimpleName());
        }
        return value instanceof List<?> list ? List.copyOf(list) : value;
    }

    private static String expected(Term.Kind kind) {
        return switch (kind) {
            case FLAG -> "true or false";
            case TEXT -> "a text";
            case TEXT_OR_FLAG -> "a text, true or false";
            case LIST -> "a list of texts";
        };
    }
}
