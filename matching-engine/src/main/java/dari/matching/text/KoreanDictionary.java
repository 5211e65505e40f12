package dari.matching.text;

import dari.matching.vocabulary.Concept;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The Korean words of a vocabulary that nori would break, each with the known words it is put together from: 비소세포폐암
 * stays whole and is found by 폐암 too.
 */
final class KoreanDictionary {

    /** One syllable is too often a piece of another word. */
    private static final int SHORTEST_PART = 2;

    /** Nori prefers our words to its own: 하지 (leg) would break 하지만 (but). */
    private static final int SHORTEST_TOLD = 3;

    /** Not the 형간염 of B형간염, which begins amid a word. */
    private static final String BEGINNING = "(?<![\\p{L}\\p{N}])";

    private static final Pattern HANGUL = Pattern.compile(BEGINNING + "[가-힣]{" + SHORTEST_PART + ",}");
    private static final Pattern HANGUL_PHRASE = Pattern.compile(BEGINNING + "[가-힣]+(?: [가-힣]+)+");

    private final Set<String> words = new HashSet<>();
    private final Map<String, List<String>> partsOf = new TreeMap<>();

    KoreanDictionary(Vocabulary vocabulary) {
        for (Concept concept : vocabulary.all()) {
            for (String name : Vocabulary.names(concept)) {
                String normal = TextAnalysis.normal(name);
                HANGUL.matcher(normal).results().map(MatchResult::group).forEach(words::add);
                HANGUL_PHRASE.matcher(normal).results().map(MatchResult::group).forEach(this::addPhrase);
            }
        }
        Set<String> compounds = new TreeSet<>(words);
        compounds.removeAll(partsOf.keySet());
        compounds.forEach(word -> partsOf.put(word, split(word)));
    }

    /** A phrase says itself where its parts end when it is written in one. */
    private void addPhrase(String phrase) {
        List<String> parts = List.of(phrase.split(" "));
        partsOf.put(
                String.join("", parts),
                parts.stream().allMatch(part -> part.length() >= SHORTEST_PART) ? parts : List.of());
    }

    /** The parts that a word is put together from; only itself when it is none of known words. */
    List<String> parts(String word) {
        List<String> parts = partsOf.getOrDefault(word, List.of());
        return parts.isEmpty() ? List.of(word) : parts;
    }

    /** The fewest known words that make up a word, longer ones first; nothing when there are none. */
    private List<String> split(String word) {
        List<@Nullable List<String>> bestTo = new ArrayList<>();
        bestTo.add(List.of());
        for (int to = 1; to <= word.length(); to++) {
            List<String> best = null;
            for (int from = 0; from <= to - SHORTEST_PART; from++) {
                List<String> before = bestTo.get(from);
                boolean part = to - from < word.length() && words.contains(word.substring(from, to));
                if (part && before != null && (best == null || before.size() + 1 < best.size())) {
                    best = new ArrayList<>(before);
                    best.add(word.substring(from, to));
                }
            }
            bestTo.add(best);
        }
        List<String> whole = bestTo.get(word.length());
        return whole == null ? List.of() : List.copyOf(whole);
    }

    /** What nori needs to be told: the words that it does not keep whole by itself, and how they divide. */
    UserDictionary forNori() {
        StringBuilder entries = new StringBuilder();
        try (Tokenizer plain = new KoreanTokenizer()) {
            for (Map.Entry<String, List<String>> word : partsOf.entrySet()) {
                if (word.getKey().length() >= SHORTEST_TOLD && !keepsWhole(plain, word.getKey())) {
                    entries.append(word.getKey());
                    word.getValue().forEach(part -> entries.append(' ').append(part));
                    entries.append('\n');
                }
            }
            return UserDictionary.open(new StringReader(entries.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean keepsWhole(Tokenizer plain, String word) throws IOException {
        plain.setReader(new StringReader(word));
        try (TokenStream stream = plain) {
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            boolean whole = stream.incrementToken() && offset.startOffset() == 0 && offset.endOffset() == word.length();
            while (stream.incrementToken()) {
                whole = false;
            }
            stream.end();
            return whole;
        }
    }
}
