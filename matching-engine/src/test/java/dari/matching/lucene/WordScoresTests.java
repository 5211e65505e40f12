package dari.matching.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.Match;
import dari.matching.Matcher;
import dari.matching.Need;
import dari.matching.OfferIndex.Candidate;
import dari.matching.OfferIndex.Change;
import dari.matching.evaluation.Generated;
import dari.matching.evaluation.GeneratedVectors;
import dari.matching.retrieval.Engine;
import dari.matching.retrieval.Hit;
import dari.matching.retrieval.Retrieval;
import dari.matching.retrieval.Stored;
import dari.matching.text.OfferTokens;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fast way to the best offers beside the plain one: Lucene's own query, and every pair compared for itself. */
class WordScoresTests {

    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();
    private static final Generated GENERATED = new Generated(VOCABULARY, 5);
    private static final int OFFERS = 1_500;
    private static final int LIMIT = 120;

    /** What adding up in another order can change. */
    private static final double ROUNDING = 2e-6;

    @TempDir
    static Path folder;

    private static DirectoryReader reader;
    private static Retrieval retrieval;

    /** An index of several parts, some offers withdrawn and some changed. */
    @BeforeAll
    static void build() throws IOException {
        retrieval = Retrieval.hybrid(VOCABULARY, new GeneratedVectors(24));
        try (LuceneOfferIndex index =
                LuceneOfferIndex.open(folder, Retrieval.hybrid(VOCABULARY, new GeneratedVectors(24)))) {
            index.rebuild(GENERATED.offers(OFFERS), 1);
            for (int batch = 0; batch < 3; batch++) {
                List<Change> changes = new ArrayList<>();
                for (int i = 0; i < 40; i++) {
                    changes.add(new Change.Put(GENERATED.offer(OFFERS + 40 * batch + i)));
                    changes.add(new Change.Withdraw("offer-" + (7 * batch + 31 * i)));
                }
                index.apply(changes, 2 + batch);
            }
        }
        reader = DirectoryReader.open(FSDirectory.open(folder.resolve("generation-1")));
        assertThat(reader.leaves()).hasSizeGreaterThan(1);
        assertThat(reader.hasDeletions()).isTrue();
    }

    @AfterAll
    static void close() throws IOException {
        reader.close();
        retrieval.close();
    }

    @Test
    void findsWhatLucenesQueryFindsWithItsScores() throws IOException {
        Random random = new Random(3);
        IndexSearcher searcher = new IndexSearcher(reader);
        DecodedParts parts = LuceneEngine.parts();
        try (OfferTokens tokens = new OfferTokens(VOCABULARY)) {
            for (Need need : GENERATED.needs(40)) {
                LuceneEngine fast = new LuceneEngine(searcher, parts);
                Map<String, Double> words = new LinkedHashMap<>();
                tokens.ofQuery(need.text(), need.codes()).forEach(token -> words.put(token, 1.0));
                words.put("no-offer-has-it", 1.0);
                assertSame(fast.words(words, LIMIT), PlainEngine.words(searcher, words, LIMIT));
                // the second look of a search: other weights for the same words, and other words
                Map<String, Double> other = new HashMap<>();
                words.forEach((word, weight) -> {
                    if (random.nextInt(8) > 0) {
                        other.put(word, 0.2 + (random.nextInt(3) == 0 ? random.nextDouble() : 0));
                    }
                });
                tokens.ofOffer(GENERATED.offer(random.nextInt(OFFERS)))
                        .forEach(token -> other.merge(token, random.nextDouble(), Double::sum));
                int limit = 1 + random.nextInt(400);
                assertSame(fast.words(other, limit), PlainEngine.words(searcher, other, limit));
            }
        }
    }

    @Test
    void findsAllThereIsWhenWordsFindFew() throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (Map<String, Double> words : List.of(
                Map.of("no-offer-has-it", 1.0),
                Map.<String, Double>of(),
                Map.of("study1", 1.0),
                Map.of("검사", 1.0), // every offer has it
                Map.of("검사", 1.0, "study1", 1.0))) {
            assertSame(
                    new LuceneEngine(searcher, LuceneEngine.parts()).words(words, 5_000),
                    PlainEngine.words(searcher, words, 5_000));
        }
    }

    /** Words that cannot change a score in single precision are left out, and only they. */
    @Test
    void wordsThatAddNothingMayBeLeftOut() throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (double weight : new double[] {1e-4, 1e-2, 1}) {
            Map<String, Double> words = Map.of("study1", 1.0, "study2", 1.0, "검사", weight, "소견", weight);
            assertSame(
                    new LuceneEngine(searcher, LuceneEngine.parts()).words(words, 3),
                    PlainEngine.words(searcher, words, 3));
        }
    }

    @Test
    void ranksAsThePlainWayDoes() throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        DecodedParts parts = LuceneEngine.parts();
        Matcher matcher = Matcher.strict(VOCABULARY);
        for (Need need : GENERATED.needs(25)) {
            LuceneEngine engine = new LuceneEngine(searcher, parts);
            List<Hit<Integer>> fast = retrieval.search(engine, need.text(), need.codes(), LIMIT);
            List<Hit<Integer>> plain =
                    retrieval.search(new PlainEngine(searcher, parts), need.text(), need.codes(), LIMIT);
            assertSame(fast, plain);
            List<Candidate> candidates = new ArrayList<>();
            for (Hit<Integer> hit : plain) {
                candidates.add(new Candidate(GENERATED.offer(number(searcher, hit.document())), hit.score()));
            }
            List<Match> ranking = matcher.rank(need, candidates);
            assertThat(ranking).hasSameSizeAs(candidates);
            for (Match match : ranking) {
                Match alone = matcher.explain(need, match.offer(), match.relevance());
                assertThat(match.fit()).isEqualTo(alone.fit());
                assertThat(match.permission()).isEqualTo(alone.permission());
                assertThat(match.requirements()).isEqualTo(alone.requirements());
            }
        }
    }

    private static int number(IndexSearcher searcher, int document) throws IOException {
        String id = searcher.storedFields().document(document).get("id");
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }

    /** Place by place the same score, and the same document unless its neighbours score the same but for rounding. */
    private static void assertSame(List<Hit<Integer>> fast, List<Hit<Integer>> plain) {
        assertThat(fast).hasSameSizeAs(plain);
        Map<Integer, Double> scores = new HashMap<>();
        plain.forEach(hit -> scores.put(hit.document(), hit.score()));
        double last = plain.isEmpty() ? 0 : plain.get(plain.size() - 1).score();
        for (int i = 0; i < fast.size(); i++) {
            double expected = plain.get(i).score();
            assertThat(fast.get(i).score()).isCloseTo(expected, within(expected));
            // a document that is not there at all can only be one as good as the last
            assertThat(scores.getOrDefault(fast.get(i).document(), last)).isCloseTo(expected, within(expected));
        }
        assertThat(fast).isSortedAccordingTo(Comparator.comparingDouble((Hit<Integer> hit) -> -hit.score()));
        assertThat(fast.stream().map(Hit::document)).doesNotHaveDuplicates();
    }

    private static org.assertj.core.data.Offset<Double> within(double expected) {
        return org.assertj.core.data.Offset.offset(ROUNDING * Math.max(1e-3, Math.abs(expected)));
    }

    /** Words by Lucene's own query, all else as the engine does it. */
    private static final class PlainEngine implements Engine<Integer> {

        private final IndexSearcher searcher;
        private final LuceneEngine rest;

        PlainEngine(IndexSearcher searcher, DecodedParts parts) {
            this.searcher = searcher;
            this.rest = new LuceneEngine(searcher, parts);
        }

        static List<Hit<Integer>> words(IndexSearcher searcher, Map<String, Double> weights, int limit)
                throws IOException {
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            weights.forEach((word, weight) -> query.add(
                    new BoostQuery(new TermQuery(new Term("text", word)), weight.floatValue()),
                    BooleanClause.Occur.SHOULD));
            List<Hit<Integer>> hits = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), limit).scoreDocs) {
                hits.add(new Hit<>(hit.doc, hit.score));
            }
            return hits;
        }

        @Override
        public List<Hit<Integer>> words(Map<String, Double> weights, int limit) throws IOException {
            return words(searcher, weights, limit);
        }

        @Override
        public List<Hit<Integer>> nearest(float[] vector, int limit) throws IOException {
            return rest.nearest(vector, limit);
        }

        @Override
        public Map<Integer, Double> cosines(Collection<Integer> documents, float[] vector) throws IOException {
            return rest.cosines(documents, vector);
        }

        @Override
        public List<Stored> stored(List<Integer> documents) throws IOException {
            return rest.stored(documents);
        }
    }
}
