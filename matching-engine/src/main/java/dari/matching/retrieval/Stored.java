package dari.matching.retrieval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an engine stores of a document for feedback: its tokens, and its vector if it has one. */
public final class Stored {

    private final List<String> tokens;
    private final float @Nullable [] vector;

    /** @param vector of length 1, not changed afterwards; null when there is none */
    public Stored(List<String> tokens, float @Nullable [] vector) {
        this.tokens = List.copyOf(tokens);
        this.vector = vector;
    }

    /** The same from tokens joined by single spaces. */
    public static Stored of(String tokens, float @Nullable [] vector) {
        return new Stored(tokens.isEmpty() ? List.of() : List.of(tokens.split(" ")), vector);
    }

    List<String> tokens() {
        return tokens;
    }

    float @Nullable [] vector() {
        return vector;
    }
}
