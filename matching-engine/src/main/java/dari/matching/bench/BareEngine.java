package dari.matching.bench;

import dari.matching.evaluation.GeneratedVectors;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An engine with nothing of ours around it: what a query costs at least, to compare with. */
public interface BareEngine extends AutoCloseable {

    /** Hits of one query. */
    int HITS = 100;

    /** A made-up vector, made when it is needed: the same text gets the same one. */
    record Direction(String text, int dimensions) {

        float[] vector() {
            return Objects.requireNonNull(new GeneratedVectors(dimensions).ofQuery(text));
        }
    }

    /**
     * @param group one of fifty: a filter on it passes 2 %
     * @param direction null when no vectors are measured
     */
    record Document(
            String id,
            List<String> tokens,
            String group,
            @Nullable Direction direction) {}

    record Query(
            List<String> tokens, String group, @Nullable Direction direction) {}

    void build(Iterable<Document> documents) throws IOException;

    /** The filtered query by words, and by nearness when it has a vector; ids only. */
    int run(Query query) throws IOException;

    @Override
    void close() throws IOException;
}
