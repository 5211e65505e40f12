package dari.matching.lucene;

import dari.matching.retrieval.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds the best documents for weighted words, word by word over all documents. For the many words of an offer, and several
 * hundred answers, that is several times faster than Lucene's way, which is made for few words and few answers; the scores
 * are the same, Lucene's own. Words that nearly every document has add next to nothing: they are looked up only for
 * documents that they could lift among the best (MaxScore; Turtle and Flood 1995). What was counted is kept, so that the
 * second look of a search counts only what it adds to the first. For one search and one thread.
 */
final class WordScores {

    /** Words whose greatest scores together stay below this share of all are left for the end. */
    private static final double NEXT_TO_NOTHING = 0.002;

    /** Words that together cannot add this share to the last of the best are left out: single precision ends there. */
    private static final double NOTHING = 1e-5;

    /** Finding one document in a word's list takes about as long as reading on so many times. */
    private static final double STEP_FOR_A_JUMP = 6;

    /** A weight is counted when it differs by more than what doubles lose. */
    private static final double SAME = 1e-9;

    private final IndexSearcher searcher;
    private final String field;
    private final DecodedParts parts;
    private final @Nullable CollectionStatistics collection;
    private final Map<String, TermStates> states = new HashMap<>();
    private final double[] sums;
    private final Saturation saturation = new Saturation();

    /** The weights that the sums are made of. */
    private Map<String, Double> counted = new HashMap<>();

    WordScores(IndexSearcher searcher, String field, DecodedParts parts) throws IOException {
        this.searcher = searcher;
        this.field = field;
        this.parts = parts;
        this.collection = searcher.collectionStatistics(field);
        this.sums = new double[searcher.getIndexReader().maxDoc()];
    }

    /** A word that is still to be counted. */
    private record Word(String text, TermStates states, double weight, SimScorer scorer) {

        /** More than it can add to any document. */
        float most() {
            return scorer.score(Float.MAX_VALUE, 1);
        }
    }

    /** The best documents with any of the words, best first; of equal ones the first in the index. */
    List<Hit<Integer>> best(Map<String, Double> weights, int limit) throws IOException {
        if (collection == null || limit == 0) {
            return List.of();
        }
        List<Word> words = toBeCounted(weights);
        words.sort(Comparator.comparingDouble(Word::most));
        int left = leftForTheEnd(words);
        count(words.subList(left, words.size()));
        double bound = words.subList(0, left).stream().mapToDouble(Word::most).sum();
        double last = last(limit);
        if (left > 0 && last - bound <= 0) { // anything could still be lifted: so all is counted
            count(words.subList(0, left));
            left = 0;
            bound = 0;
            last = last(limit);
        }
        if (bound <= NOTHING * last) {
            left = 0;
            bound = 0;
        }
        int[] documents = atLeast(last - bound);
        if (isSlower(words.subList(0, left), documents.length)) {
            count(words.subList(0, left));
            left = 0;
            documents = atLeast(last(limit));
        }
        double[] scores =
                Arrays.stream(documents).mapToDouble(document -> sums[document]).toArray();
        for (Word word : words.subList(0, left)) {
            add(word, documents, scores);
        }
        return best(documents, scores, limit);
    }

    /** The words whose weights are not in the sums yet, after all sums were brought to the common share. */
    private List<Word> toBeCounted(Map<String, Double> weights) throws IOException {
        double share = counted.isEmpty() ? 0 : Double.MAX_VALUE;
        for (Map.Entry<String, Double> word : counted.entrySet()) {
            share = Math.min(share, weights.getOrDefault(word.getKey(), 0.0) / word.getValue());
        }
        Map<String, Double> kept = new HashMap<>();
        if (share > 0) {
            for (Map.Entry<String, Double> word : counted.entrySet()) {
                kept.put(word.getKey(), word.getValue() * share);
            }
            for (int i = 0; i < sums.length; i++) {
                sums[i] *= share;
            }
        } else {
            Arrays.fill(sums, 0);
        }
        counted = kept;
        List<Word> words = new ArrayList<>();
        for (Map.Entry<String, Double> word : weights.entrySet()) {
            double rest = word.getValue() - kept.getOrDefault(word.getKey(), 0.0);
            if (rest > SAME * word.getValue()) {
                Word found = word(word.getKey(), rest);
                if (found != null) {
                    words.add(found);
                }
            }
        }
        return words;
    }

    private @Nullable Word word(String text, double weight) throws IOException {
        Term term = new Term(field, text);
        TermStates found = states.get(text);
        if (found == null) {
            found = TermStates.build(searcher, term, true);
            states.put(text, found);
        }
        CollectionStatistics all = collection;
        if (all == null || found.docFreq() == 0) {
            return null;
        }
        return new Word(
                text,
                found,
                weight,
                searcher.getSimilarity()
                        .scorer(
                                (float) weight,
                                all,
                                searcher.termStatistics(term, found.docFreq(), found.totalTermFreq())));
    }

    /** How many of the first words together can add next to nothing. */
    private static int leftForTheEnd(List<Word> ascending) {
        double all = ascending.stream().mapToDouble(Word::most).sum();
        double sum = 0;
        int left = 0;
        while (left < ascending.size() && sum + ascending.get(left).most() <= NEXT_TO_NOTHING * all) {
            sum += ascending.get(left).most();
            left++;
        }
        return left;
    }

    /** Whether looking words up for so many documents takes longer than counting them for all. */
    private static boolean isSlower(List<Word> words, int documents) {
        double all = words.stream().mapToDouble(word -> word.states().docFreq()).sum();
        return all < STEP_FOR_A_JUMP * words.size() * documents;
    }

    private void count(List<Word> words) throws IOException {
        for (LeafReaderContext part : searcher.getIndexReader().leaves()) {
            @Nullable TermsEnum terms = terms(part);
            if (terms != null) {
                DecodedParts.Part decoded = parts.of(part);
                PostingsEnum postings = null;
                for (Word word : words) {
                    FrequentWord frequent = frequent(word, part, terms);
                    if (frequent != null) {
                        frequent.addTo(sums, part.docBase, shares(frequent, word), word.most());
                    } else if (isIn(word, part, terms)) {
                        postings = terms.postings(postings, PostingsEnum.FREQS);
                        count(postings, word.scorer(), decoded.lengths(), part.docBase);
                    }
                }
            }
        }
        words.forEach(word -> counted.merge(word.text(), word.weight(), Double::sum));
    }

    /** Where the word stands, when that is kept or can be from now on. */
    private @Nullable FrequentWord frequent(Word word, LeafReaderContext part, TermsEnum terms) throws IOException {
        DecodedParts.Part decoded = parts.of(part);
        FrequentWord kept = decoded.word(word.text());
        return kept == null && isIn(word, part, terms) && decoded.keeps(terms.docFreq())
                ? decoded.keep(word.text(), terms.docFreq(), terms.postings(null, PostingsEnum.FREQS))
                : kept;
    }

    private float[] shares(FrequentWord frequent, Word word) {
        return saturation.upTo(frequent.greatest(), word.scorer(), word.most());
    }

    private void count(PostingsEnum postings, SimScorer scorer, byte[] lengths, int base) throws IOException {
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
            sums[base + doc] += scorer.score(postings.freq(), lengths[doc]);
        }
    }

    /** Adds a word's score to those of some documents, which ascend. */
    private void add(Word word, int[] documents, double[] scores) throws IOException {
        int next = 0;
        for (LeafReaderContext part : searcher.getIndexReader().leaves()) {
            int end = part.docBase + part.reader().maxDoc();
            @Nullable TermsEnum terms = terms(part);
            if (terms != null && frequent(word, part, terms) instanceof FrequentWord.Spread spread) {
                float[] shares = shares(spread, word);
                for (; next < documents.length && documents[next] < end; next++) {
                    scores[next] += spread.score(documents[next] - part.docBase, shares, word.most());
                }
                continue;
            }
            @Nullable
            PostingsEnum postings =
                    terms != null && isIn(word, part, terms) ? terms.postings(null, PostingsEnum.FREQS) : null;
            byte[] lengths = parts.of(part).lengths();
            for (; next < documents.length && documents[next] < end; next++) {
                int inPart = documents[next] - part.docBase;
                if (postings != null
                        && (postings.docID() == inPart
                                || (postings.docID() < inPart && postings.advance(inPart) == inPart))) {
                    scores[next] += word.scorer().score(postings.freq(), lengths[inPart]);
                }
            }
        }
    }

    private @Nullable TermsEnum terms(LeafReaderContext part) throws IOException {
        var terms = part.reader().terms(field);
        return terms == null ? null : terms.iterator();
    }

    /** Whether the part has the word, which the terms then stand at. */
    private static boolean isIn(Word word, LeafReaderContext part, TermsEnum terms) throws IOException {
        TermState state = word.states().get(part);
        if (state == null) {
            return false;
        }
        terms.seekExact(new BytesRef(word.text()), state);
        return true;
    }

    /** The sum of the last document among the best; 0 when there are fewer with any. */
    private double last(int limit) {
        double[] heap = new double[Math.min(limit, Math.max(1, sums.length))]; // smallest first
        for (LeafReaderContext part : searcher.getIndexReader().leaves()) {
            Bits live = part.reader().getLiveDocs();
            int end = part.docBase + part.reader().maxDoc();
            for (int document = part.docBase; document < end; document++) {
                double sum = sums[document];
                if (sum > heap[0] && (live == null || live.get(document - part.docBase))) {
                    replaceSmallest(heap, sum);
                }
            }
        }
        return heap[0];
    }

    private static void replaceSmallest(double[] heap, double by) {
        int at = 0;
        for (int child = 1; child < heap.length; child = 2 * at + 1) {
            if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= by) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = by;
    }

    /** Documents with any of the words and at least this sum, in the order of the index. */
    private int[] atLeast(double least) {
        int[] found = new int[1024];
        int size = 0;
        for (LeafReaderContext part : searcher.getIndexReader().leaves()) {
            Bits live = part.reader().getLiveDocs();
            int end = part.docBase + part.reader().maxDoc();
            for (int document = part.docBase; document < end; document++) {
                if (sums[document] >= least
                        && sums[document] > 0
                        && (live == null || live.get(document - part.docBase))) {
                    if (size == found.length) {
                        found = Arrays.copyOf(found, 2 * size);
                    }
                    found[size++] = document;
                }
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** As exact as Lucene's scores, so that what it holds to be equal is equal here. */
    private static List<Hit<Integer>> best(int[] documents, double[] scores, int limit) {
        List<Hit<Integer>> hits = new ArrayList<>(documents.length);
        for (int i = 0; i < documents.length; i++) {
            hits.add(new Hit<>(documents[i], (float) scores[i]));
        }
        hits.sort(Comparator.comparingDouble((Hit<Integer> hit) -> -hit.score())); // stable: first in the index first
        return List.copyOf(hits.subList(0, Math.min(limit, hits.size())));
    }
}
