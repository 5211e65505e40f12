package dari.matching.text;

import dari.matching.vocabulary.Concept;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Analyses text once for every index: Korean by nori with the vocabulary as its dictionary, English by stemming, and
 * the vocabulary's concepts found in either language as tokens of their own, by which a Korean need meets an English
 * offer. Thread-safe.
 */
public final class TextAnalysis implements AutoCloseable {

    /** Before the id of a concept among the tokens; no word of a text starts so. */
    private static final String CONCEPT = "§";

    private static final int LONGEST_NAME_WORDS = 8;

    private final Vocabulary vocabulary;
    private final Analyzer analyzer;
    private final Map<String, Set<String>> conceptsByName = new HashMap<>();
    private final int longestKoreanName;

    public TextAnalysis(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.analyzer = new Mixed(userDictionary(vocabulary));
        int longest = 1;
        for (Concept concept : vocabulary.all()) {
            for (String name : Vocabulary.names(concept)) {
                String normal = normal(name);
                conceptsByName
                        .computeIfAbsent(normal, key -> new LinkedHashSet<>())
                        .add(concept.id());
                if (isKorean(normal)) {
                    longest = Math.max(longest, normal.length());
                }
            }
        }
        this.longestKoreanName = longest;
    }

    /** The words of a text and the concepts it names, each with everything broader. */
    public List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>(words(text));
        concepts(text).forEach(id -> tokens.addAll(conceptTokens(id)));
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

    /** Ids of the concepts that a text names, longest names first at each place. */
    public Set<String> concepts(String text) {
        Set<String> found = new LinkedHashSet<>();
        String normal = normal(text);
        String[] words = normal.split("[^\\p{L}\\p{N}.+-]+");
        for (int from = 0; from < words.length; from++) {
            StringBuilder name = new StringBuilder();
            for (int to = from; to < Math.min(words.length, from + LONGEST_NAME_WORDS); to++) {
                name.append(to == from ? "" : " ").append(words[to]);
                found.addAll(conceptsByName.getOrDefault(name.toString(), Set.of()));
            }
            if (isKorean(words[from])) {
                insideKorean(words[from], found);
            }
        }
        return found;
    }

    /** Korean writes words together and adds particles: names are looked for inside, the longest at each place. */
    private void insideKorean(String word, Set<String> found) {
        int at = 0;
        while (at < word.length()) {
            int taken = 1;
            for (int length = Math.min(longestKoreanName, word.length() - at); length >= 2; length--) {
                Set<String> ids = conceptsByName.get(word.substring(at, at + length));
                if (ids != null) {
                    found.addAll(ids);
                    taken = length;
                    break;
                }
            }
            at += taken;
        }
    }

    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("text", new StringReader(normal(text)))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    @Override
    public void close() {
        analyzer.close();
    }

    /** One form for full-width, decomposed and capital letters; a broken half of a surrogate pair becomes a space. */
    private static String normal(String text) {
        String whole = text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Normalizer.normalize(whole, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static boolean isKorean(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
    }

    private static UserDictionary userDictionary(Vocabulary vocabulary) {
        String entries = vocabulary.all().stream()
                .flatMap(concept -> Stream.concat(Stream.of(concept.korean()), concept.synonyms().stream()))
                .map(TextAnalysis::normal)
                .filter(name -> name.matches("[가-힣]{2,}"))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            return UserDictionary.open(new StringReader(entries));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Mixed extends Analyzer {

        /** Nori drops prefixes such as 비 (non-) by default; in medicine they turn the meaning round. */
        private static final Set<POS.Tag> STOPPED = KoreanPartOfSpeechStopFilter.DEFAULT_STOP_TAGS.stream()
                .filter(tag -> tag != POS.Tag.XPN)
                .collect(Collectors.toUnmodifiableSet());

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
            TokenStream stream = new KoreanPartOfSpeechStopFilter(tokenizer, STOPPED);
            stream = new LowerCaseFilter(stream);
            stream = new StopFilter(stream, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
            return new TokenStreamComponents(tokenizer, new PorterStemFilter(stream));
        }
    }
}
