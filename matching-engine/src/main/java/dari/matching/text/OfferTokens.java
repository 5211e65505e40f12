package dari.matching.text;

import dari.matching.Offer;
import dari.matching.vocabulary.Concept;
import dari.matching.vocabulary.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** What every index stores of an offer and asks for a need: the same tokens, whichever engine holds them. Thread-safe. */
public final class OfferTokens implements AutoCloseable {

    /** Raised whenever what is stored or how text is analysed changes. */
    private static final String VERSION = "5";

    /** Engines refuse queries with more than 1,024 clauses by default. */
    private static final int MOST_QUERY_TOKENS = 900;

    private final Vocabulary vocabulary;
    private final TextAnalysis analysis;
    private final String schema;

    public OfferTokens(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.analysis = new TextAnalysis(vocabulary);
        CRC32 words = new CRC32();
        vocabulary.all().forEach(concept -> words.update(concept.toString().getBytes(StandardCharsets.UTF_8)));
        this.schema = VERSION + "-" + Long.toHexString(words.getValue());
    }

    /** An index of another schema has other tokens, since the analysis or the vocabulary changed: it is built anew. */
    public String schema() {
        return schema;
    }

    /** The tokens of an offer, repeated as often as they stand there, none with white space in it. */
    public List<String> ofOffer(Offer offer) {
        List<String> tokens = new ArrayList<>(analysis.tokens(offer.title() + "\n" + offer.text()));
        Stream.of(offer.diseases(), offer.modalities(), offer.bodyParts(), offer.labels())
                .flatMap(List::stream)
                .forEach(code -> tokens.addAll(analysis.conceptTokens(code)));
        return tokens;
    }

    /** The different tokens of what is looked for. */
    public List<String> ofQuery(String text, List<String> codes) {
        Set<String> tokens = new LinkedHashSet<>(analysis.tokens(text));
        codes.forEach(code -> tokens.add(TextAnalysis.conceptToken(code)));
        return tokens.stream().limit(MOST_QUERY_TOKENS).toList();
    }

    /** What a text is about, in English: the names of its concepts; empty when it names none. */
    public String inEnglish(String text) {
        return analysis.concepts(text).stream()
                .flatMap(id -> vocabulary.find(id).stream())
                .map(Concept::english)
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        analysis.close();
    }
}
