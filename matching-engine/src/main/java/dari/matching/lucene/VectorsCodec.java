package dari.matching.lucene;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99ScalarQuantizedVectorsFormat;

/**
 * How an index is written. Vectors are kept twice: in 8 bits to find the nearest fast, and whole to count exactly for those
 * found. A graph of neighbours leads to the nearest; while an index is filled, the parts that are merged in the end go
 * without one, since it would be made again there.
 */
final class VectorsCodec extends Lucene912Codec {

    private static final KnnVectorsFormat WITH_GRAPH = new Lucene99HnswScalarQuantizedVectorsFormat();
    private static final KnnVectorsFormat WITHOUT_GRAPH = new Lucene99ScalarQuantizedVectorsFormat();

    private volatile boolean graph = true;

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return graph ? WITH_GRAPH : WITHOUT_GRAPH;
    }

    /** Whether what is written from now on can be searched by nearness. */
    void withGraph(boolean wanted) {
        graph = wanted;
    }
}
