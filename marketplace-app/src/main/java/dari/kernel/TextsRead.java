package dari.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * What texts say, read once: the same text always says the same, so that a list of a thousand rows is not read from its
 * JSON at every look. Thread-safe.
 *
 * @param <T> what a text says; it never changes
 */
public final class TextsRead<T> {

    private static final long MOST_CHARACTERS = 8_000_000;

    private final Cache<String, T> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String text, T said) -> text.length())
            .build();
    private final Function<String, T> reader;

    /** @param reader says of any text the same each time */
    public TextsRead(Function<String, T> reader) {
        this.reader = reader;
    }

    public T of(String text) {
        return kept.get(text, reader);
    }
}
