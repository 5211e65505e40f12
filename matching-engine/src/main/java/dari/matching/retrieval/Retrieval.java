package dari.matching.retrieval;

import dari.matching.Offer;
import dari.matching.dense.Encoder;
import dari.matching.text.OfferTokens;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What every index stores of an offer, and how it searches: the same tokens, vectors and steps, whichever engine holds
 * them. Thread-safe. Closing it leaves the encoder open: who opened that closes it.
 */
public final class Retrieval implements AutoCloseable {

    private final OfferTokens tokens;
    private final Encoder encoder;
    private final Mode mode;
    private final Setting setting;

    public Retrieval(Vocabulary vocabulary, Encoder encoder, Mode mode, Setting setting) {
        this.tokens = new OfferTokens(vocabulary);
        this.encoder = encoder;
        this.mode = mode;
        this.setting = setting;
    }

    /** By words, concepts and feedback, without a model. */
    public static Retrieval lexical(Vocabulary vocabulary) {
        return new Retrieval(vocabulary, Encoder.none(), Mode.LEXICAL, Setting.DEFAULT);
    }

    /** By words, concepts, feedback and the vectors of a model. */
    public static Retrieval hybrid(Vocabulary vocabulary, Encoder encoder) {
        return new Retrieval(vocabulary, encoder, Mode.HYBRID, Setting.DEFAULT);
    }

    /** An index of another schema holds other tokens or vectors: it is built anew. */
    public String schema() {
        return tokens.schema() + "-" + encoder.name();
    }

    /** Length of the vectors; 0 when none are stored. */
    public int dimensions() {
        return encoder.dimensions();
    }

    /** The tokens of an offer, repeated as often as they stand there, none with white space in it. */
    public List<String> tokens(Offer offer) {
        return tokens.ofOffer(offer);
    }

    /**
     * The vectors of offers, in their order. What the model does not read it is told in English, by the names of the concepts
     * that the text names; null for an offer that names none.
     */
    public List<float @Nullable []> vectors(List<Offer> offers) {
        List<float @Nullable []> vectors = new ArrayList<>(
                encoder.ofDocuments(offers.stream().map(Retrieval::words).toList()));
        List<Integer> notRead = IntStream.range(0, encoder.dimensions() == 0 ? 0 : vectors.size())
                .filter(i -> vectors.get(i) == null)
                .boxed()
                .toList();
        List<float @Nullable []> told = encoder.ofDocuments(notRead.stream()
                .map(i -> tokens.inEnglish(words(offers.get(i))))
                .toList());
        for (int i = 0; i < told.size(); i++) {
            vectors.set(notRead.get(i), told.get(i));
        }
        return vectors;
    }

    private static String words(Offer offer) {
        return offer.title() + "\n" + offer.text();
    }

    /** The same of what is looked for. */
    private float @Nullable [] vector(String text) {
        float @Nullable [] vector = encoder.ofQuery(text);
        return vector != null || encoder.dimensions() == 0 ? vector : encoder.ofQuery(tokens.inEnglish(text));
    }

    /**
     * @param text free text in either language
     * @param codes vocabulary codes that are wanted
     * @return best first, with relevance from 0 to 1; only what was found
     */
    public <D> List<Hit<D>> search(Engine<D> engine, String text, List<String> codes, int limit) throws IOException {
        float @Nullable [] vector = mode == Mode.LEXICAL ? null : vector(text);
        Search<D> search = new Search<>(engine, setting);
        if (mode == Mode.DENSE) {
            return vector == null ? List.of() : search.nearest(vector, limit);
        }
        Map<String, Double> words = new LinkedHashMap<>();
        tokens.ofQuery(text, codes).forEach(token -> words.put(token, 1.0));
        return search.find(words, vector, limit);
    }

    @Override
    public void close() {
        tokens.close();
    }
}
