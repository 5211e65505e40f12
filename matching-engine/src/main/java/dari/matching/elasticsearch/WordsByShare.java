package dari.matching.elasticsearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The words of a query, parted by how many documents have them. A server reads every document of every word; words that one
 * of ten has or more are most of that work and little of the score, so that they are counted only for what the others found.
 *
 * @param finding what documents are found by
 * @param lifting what is then counted for the best of those
 */
record WordsByShare(List<Word> finding, List<Word> lifting) {

    /** Words that together can add no more than this share of the greatest score are left out, as single precision does. */
    private static final double NOTHING = 1e-5;

    /** Words that together can add more than this share are no mere lift: then all take part in finding. */
    private static final double MOST_LIFT = 0.2;

    /** A word that one of so many documents has, or more, is frequent. */
    private static final int ONE_OF = 10;

    /** Below this reading every document is cheap. */
    private static final long FEWEST_DOCUMENTS = 10_000;

    /** @param weight in the query */
    record Word(String text, double weight) {}

    /** In how many documents of an index words stand. */
    interface Counts {

        /** All documents with any word. */
        long all();

        /** 0 when no document has the word. */
        long of(String word);
    }

    /** @param window how many of those found are lifted; words parted must find as many */
    static WordsByShare of(Map<String, Double> weights, Counts counts, int window) {
        List<Word> words = new ArrayList<>();
        weights.forEach((text, weight) -> {
            if (counts.of(text) > 0) {
                words.add(new Word(text, weight));
            }
        });
        words.sort(Comparator.comparingDouble(word -> most(word, counts)));
        double all = words.stream().mapToDouble(word -> most(word, counts)).sum();
        double lift = 0;
        long found = 0;
        List<Word> finding = new ArrayList<>();
        List<Word> lifting = new ArrayList<>();
        List<Word> counted = new ArrayList<>();
        double left = 0;
        for (Word word : words) {
            double most = most(word, counts);
            left += most;
            if (left <= NOTHING * all) {
                continue;
            }
            counted.add(word);
            if (counts.of(word.text()) * ONE_OF >= counts.all()) {
                lifting.add(word);
                lift += most;
            } else {
                finding.add(word);
                found = Math.max(found, counts.of(word.text()));
            }
        }
        boolean parted = counts.all() >= FEWEST_DOCUMENTS && found >= window && lift <= MOST_LIFT * all;
        return parted ? new WordsByShare(finding, lifting) : new WordsByShare(counted, List.of());
    }

    /** Its weight times its inverse document frequency, which BM25 multiplies by the same for all words at most. */
    private static double most(Word word, Counts counts) {
        double having = counts.of(word.text());
        return word.weight() * Math.log1p(Math.max(0, counts.all() - having + 0.5) / (having + 0.5));
    }
}
