package dari.matching.retrieval;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What an engine must be able to do for a search; what is made of it is decided in {@link Search} alone, so that all
 * engines answer alike. One object serves one search, on one state of the index.
 *
 * @param <D> how the engine names a document
 */
public interface Engine<D> {

    /**
     * Documents with any of the words, best first: the sum of each word's weight times its BM25 score (Robertson and
     * Zaragoza 2009; k1 1.2, b 0.75).
     */
    List<Hit<D>> words(Map<String, Double> weights, int limit) throws IOException;

    /** Documents whose vectors point most nearly the same way, best first, with the cosine as their score. */
    List<Hit<D>> nearest(float[] vector, int limit) throws IOException;

    /** The cosine of each of these documents that has a vector. */
    Map<D, Double> cosines(Collection<D> documents, float[] vector) throws IOException;

    /** What is stored of documents, in their order. */
    List<Stored> stored(List<D> documents) throws IOException;
}
