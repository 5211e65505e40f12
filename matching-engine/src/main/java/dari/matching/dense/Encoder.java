package dari.matching.dense;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into unit vectors: the nearer two of them point (their dot product, -1 to 1), the nearer the meanings.
 * Vectors of two encoders never compare. Thread-safe.
 */
public interface Encoder extends AutoCloseable {

    /** Names the model and the way it is used: as long as the name stays, the same text gets the same vector. */
    String name();

    /** Length of each vector; 0 when there is no model. */
    int dimensions();

    /** The vector of what is looked for; null when the model was not made for the language of the text. */
    float @Nullable [] ofQuery(String text);

    /** The vectors of texts that are to be found, in their order; null where the model does not read the language. */
    List<float @Nullable []> ofDocuments(List<String> texts);

    @Override
    void close();

    /** No model: nothing has a vector, words and concepts find everything there is to find. */
    static Encoder none() {
        return NoEncoder.INSTANCE;
    }
}
