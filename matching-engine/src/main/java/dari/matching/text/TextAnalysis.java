package dari.matching.text;

import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Analyses text once for every index: Korean by nori with the vocabulary as its dictionary, English by stemming, and
 * the vocabulary's concepts found in either language as tokens of their own, by which a Korean need meets an English
 * offer. Thread-safe.
 */
public final class TextAnalysis implements AutoCloseable {

    /** Before the id of a concept among the tokens; no word of a text starts so. */
    private static final String CONCEPT = "§";

    private static final Pattern WHITE = Pattern.compile("\\s+");

    /** Nori drops prefixes such as 비 (non-) by default; in medicine they turn the meaning round. */
    private static final Set<POS.Tag> STOPPED = KoreanPartOfSpeechStopFilter.DEFAULT_STOP_TAGS.stream()
            .filter(tag -> tag != POS.Tag.XPN)
            .collect(Collectors.toUnmodifiableSet());

    /** Verbs, adverbs, endings and particles: no name begins or ends with one, so that 사용 중이다 names no ear (중이). */
    private static final Set<POS.Tag> NEVER_IN_NAMES = Stream.of(POS.Tag.values())
            .filter(tag -> Stream.of("J", "E", "V", "MA", "IC", "XSV", "XSA")
                    .anyMatch(prefix -> tag.name().startsWith(prefix)))
            .collect(Collectors.toUnmodifiableSet());

    private final Vocabulary vocabulary;
    private final Analyzer analyzer;
    private final ConceptSpotter spotter;

    public TextAnalysis(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        KnownNames names = KnownNames.of(vocabulary);
        this.analyzer = new Mixed(names.dictionary());
        this.spotter = names.spotter();
    }

    /** The words of a text and the concepts it names, each with everything broader. */
    public List<String> tokens(String text) {
        AnalysedText analysed = analyse(text);
        List<String> tokens = new ArrayList<>(analysed.words());
        spotter.spot(analysed).forEach(id -> tokens.addAll(conceptTokens(id)));
        return tokens;
    }

    /** The tokens of a concept and of everything broader. */
    public List<String> conceptTokens(String id) {
        return vocabulary.withAncestors(id).stream()
                .map(TextAnalysis::conceptToken)
                .toList();
    }

    /** The token that stands for a concept. */
    public static String conceptToken(String id) {
        return CONCEPT + id;
    }

    /** Ids of the concepts that a text names, of each kind the longest name at each place. */
    public Set<String> concepts(String text) {
        return spotter.spot(analyse(text));
    }

    private AnalysedText analyse(String text) {
        String letters = normal(text);
        List<String> words = new ArrayList<>();
        BitSet starts = new BitSet();
        BitSet ends = new BitSet();
        try (TokenStream stream = analyzer.tokenStream("text", new StringReader(letters))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            PartOfSpeechAttribute speech = stream.addAttribute(PartOfSpeechAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                POS.Tag first = speech.getLeftPOS();
                POS.Tag last = speech.getRightPOS();
                if (first == null || !STOPPED.contains(first)) {
                    words.add(term.toString());
                }
                if (first == null || !NEVER_IN_NAMES.contains(first)) {
                    starts.set(offset.startOffset());
                }
                if (last == null || !NEVER_IN_NAMES.contains(last)) {
                    ends.set(offset.endOffset());
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AnalysedText(letters, words, starts, ends);
    }

    @Override
    public void close() {
        analyzer.close();
    }

    /** One form for full-width, decomposed and capital letters; what is white, or half of a surrogate pair, is one space. */
    static String normal(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(Character.getType(c) == Character.SURROGATE ? ' ' : c));
        return WHITE.matcher(Normalizer.normalize(whole, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static final class Mixed extends Analyzer {

        private final UserDictionary dictionary;

        Mixed(UserDictionary dictionary) {
            this.dictionary = dictionary;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new KoreanTokenizer(
                    TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
                    dictionary,
                    KoreanTokenizer.DecompoundMode.MIXED,
                    false);
            TokenStream stream = new StopFilter(tokenizer, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
            return new TokenStreamComponents(tokenizer, new PorterStemFilter(stream));
        }
    }
}
