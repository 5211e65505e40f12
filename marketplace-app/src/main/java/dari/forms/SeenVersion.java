package dari.forms;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The version of a thing as a page showed it; the page's forms bring it back. */
record SeenVersion(UUID thing, int version) {

    /** The hidden field. */
    static final String FIELD = "_seen";

    private static final String SEPARATOR = "_";

    /** What a request's fields say; whatever is not of our making says nothing. */
    static Stream<SeenVersion> of(String @Nullable [] fields) {
        return fields == null ? Stream.of() : Arrays.stream(fields).flatMap(field -> of(field).stream());
    }

    private static Optional<SeenVersion> of(String field) {
        String[] parts = field.split(SEPARATOR, -1);
        try {
            return parts.length == 2
                    ? Optional.of(new SeenVersion(UUID.fromString(parts[0]), Integer.parseInt(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        return thing + SEPARATOR + version;
    }
}
