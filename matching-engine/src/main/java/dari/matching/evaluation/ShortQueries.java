package dari.matching.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Queries of a few keywords, made from a collection's own questions and judgements by rules that know neither the engine
 * nor the collection. People type such queries; a retrieval that was fitted to whole questions fails on them.
 *
 * <p>A word is a run of three or more letters and digits, in small letters, that two or more documents have and at most a
 * tenth of them.
 */
public final class ShortQueries {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_WORD = 3;
    private static final int FEWEST_DOCUMENTS = 2;
    private static final int RARE = 10;

    private final Map<String, String> questions;
    private final Judgements judgements;
    private final Map<String, Integer> documentsWith = new HashMap<>();
    private int documents;

    /**
     * Questions to be asked and what answers them.
     *
     * @param name what was done to the collection's own
     */
    public record Asked(String name, Map<String, String> texts, Judgements judgements) {

        public Asked {
            texts = new LinkedHashMap<>(texts);
        }

        /** How many documents answer a question in the mean. */
        public double answers() {
            return texts.keySet().stream()
                    .mapToInt(judgements::answers)
                    .average()
                    .orElse(0);
        }
    }

    /** @param questions the text of each judged question, by its id */
    public ShortQueries(Map<String, String> questions, Judgements judgements) {
        this.questions = new LinkedHashMap<>(questions);
        this.judgements = judgements;
        questions.values().forEach(text -> words(text).forEach(word -> documentsWith.put(word, 0)));
    }

    /** Every document of the collection has to be counted before questions are asked of it. */
    public void count(String document) {
        documents++;
        words(document).forEach(word -> documentsWith.computeIfPresent(word, (same, many) -> many + 1));
    }

    /** The questions as they are. */
    public Asked whole() {
        return new Asked("questions as they are", questions, judgements);
    }

    /** Of each question its so many rarest words, in their order; questions without such words are left out. */
    public Asked rarest(int most) {
        Map<String, String> texts = new LinkedHashMap<>();
        questions.forEach((id, text) -> {
            List<String> words = keywords(text);
            Set<String> rarest = words.stream()
                    .sorted(Comparator.<String, Integer>comparing(documentsWith::get)
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(most)
                    .collect(Collectors.toSet());
            if (!rarest.isEmpty()) {
                texts.put(id, words.stream().filter(rarest::contains).collect(Collectors.joining(" ")));
            }
        });
        return new Asked("rarest words, at most " + most, texts, judgements);
    }

    /**
     * Every word that two or more questions share, asked by itself: a theme with many answers. What answers one of those
     * questions has grade 1, what answers several has their number.
     */
    public Asked themes() {
        Map<String, List<String>> sharing = new LinkedHashMap<>();
        questions.forEach((id, text) -> keywords(text)
                .forEach(word ->
                        sharing.computeIfAbsent(word, same -> new ArrayList<>()).add(id)));
        Map<String, String> texts = new LinkedHashMap<>();
        Judgements graded = new Judgements();
        sharing.forEach((word, ids) -> {
            if (ids.size() > 1) {
                texts.put(word, word);
                grades(ids).forEach((document, grade) -> graded.add(word, document, grade));
            }
        });
        return new Asked("words that questions share", texts, graded);
    }

    private Map<String, Integer> grades(Collection<String> ids) {
        Map<String, Integer> grades = new LinkedHashMap<>();
        ids.forEach(id -> judgements.answersOf(id).forEach(document -> grades.merge(document, 1, Integer::sum)));
        return grades;
    }

    private List<String> keywords(String text) {
        return words(text).stream()
                .filter(word -> {
                    int many = documentsWith.getOrDefault(word, 0);
                    return many >= FEWEST_DOCUMENTS && (long) many * RARE <= documents;
                })
                .toList();
    }

    /** The different words of a text in their order. */
    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .forEach(words::add);
        return words;
    }
}
