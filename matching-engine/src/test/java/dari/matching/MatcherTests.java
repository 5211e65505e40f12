package dari.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.OfferIndex.Candidate;
import dari.matching.evaluation.Generated;
import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.permission.Decision;
import dari.matching.permission.Term;
import dari.matching.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatcherTests {

    private final Vocabulary vocabulary = Vocabulary.builtIn();
    private final Matcher matcher = Matcher.strict(vocabulary);

    @Test
    void aGoodPairIsPermittedMetAndExplained() {
        Match match = matcher.explain(
                Samples.need("당뇨병 예후 예측", Samples.healthResearch()),
                Samples.offer("o1", "제2형 당뇨병 코호트", Samples.openForHealth()),
                1);
        assertThat(match.permission().decision()).isEqualTo(Decision.PERMIT);
        assertThat(match.isMatch()).isTrue();
        assertThat(match.nearMisses()).isEmpty();
        assertThat(match.fit().score()).isEqualTo(100);
        assertThat(match.requirements())
                .extracting(Requirement::code)
                .contains("disease", "modality", "persons", "years", "environment", "format", "region");
    }

    @Test
    void aOneSidedFitLoses() {
        Need need = Samples.need("", Samples.healthResearch());
        Offer even = Samples.offer("even", "", Samples.openForHealth());
        Offer greedy = new OfferCopy(even)
                .wants(List.of("return:revenue", "return:model"))
                .build();
        Fit oneSided = matcher.explain(need, greedy, 0).fit();
        assertThat(oneSided.toStartup())
                .isEqualTo(matcher.explain(need, even, 0).fit().toStartup());
        assertThat(oneSided.score())
                .isLessThan((oneSided.toStartup() + oneSided.toHospital()) / 2)
                .isLessThan(matcher.explain(need, even, 0).fit().score());
    }

    @Test
    void theVerdictOutranksTheScore() {
        try (LuceneOfferIndex index = LuceneOfferIndex.inMemory(vocabulary)) {
            Offer permitted = new OfferCopy(Samples.offer("permitted", "고혈압 자료", Samples.openForHealth()))
                    .persons(20L)
                    .build();
            Offer denied =
                    Samples.offer("denied", "당뇨병 예후 자료", Samples.openForHealth().with(Term.AI_TRAIN, false));
            index.rebuild(List.of(denied, permitted), 1);
            assertThat(matcher.rank(Samples.need("당뇨병 예후", Samples.healthResearch()), index))
                    .extracting(match -> match.offer().id())
                    .containsExactly("permitted", "denied");
        }
    }

    @Test
    void amongWhatIsNotDeniedTheScoreDecides() {
        Need need = Samples.need("당뇨병 예후", Samples.healthResearch());
        Offer asked = Samples.offer("asked", "당뇨병 자료", Samples.openForHealth().without(Term.AI_TRAIN));
        Offer elsewhere = new OfferCopy(Samples.offer("small", "고혈압", Samples.openForHealth()))
                .persons(1L)
                .build();
        try (LuceneOfferIndex index = LuceneOfferIndex.inMemory(vocabulary)) {
            index.rebuild(List.of(elsewhere, asked), 1);
            List<Match> ranked = matcher.rank(need, index);
            assertThat(ranked)
                    .isSortedAccordingTo(
                            Comparator.comparing((Match match) -> -match.fit().score()));
        }
    }

    @Test
    void anOfferStandsSomewhereForEveryReason() {
        Need need = Samples.need("당뇨병 예후", Samples.healthResearch());
        Offer best = Samples.offer("best", "당뇨병 예후 자료", Samples.openForHealth());
        Offer small = new OfferCopy(best).persons(1L).build();
        Offer below = named(small, "below");
        Offer denied = named(
                new OfferCopy(best)
                        .terms(terms -> terms.with(Term.AI_TRAIN, false))
                        .build(),
                "denied");
        Offer unknown = named(best, "unknown");
        List<Match> ranking =
                matcher.rank(need, List.of(new Candidate(best, 1), new Candidate(below, 1), new Candidate(denied, 1)));
        assertThat(standing(need, best, ranking)).isEqualTo("SHOWN 1 of 3");
        assertThat(standing(need, below, ranking)).isEqualTo("BELOW 2 of 3");
        assertThat(standing(need, denied, ranking)).isEqualTo("DENIED 3 of 3");
        assertThat(standing(need, unknown, ranking)).isEqualTo("NOT_A_CANDIDATE 0 of 3");
        Standing why = matcher.whyNot(need, below, ranking, 1);
        assertThat(why.match().nearMissOf(Side.STARTUP)).isPresent();
        assertThat(why.match().relevance()).isEqualTo(1);
        assertThat(why.cutoff()).isEqualTo(100);
        assertThat(why.arguments())
                .containsExactly(
                        "2", "3", "1", Integer.toString(why.match().fit().score()), "100");
    }

    /** What is asked about is the offer as it is now, not as an index remembers it. */
    @Test
    void aStandingJudgesTheOfferThatIsAskedAbout() {
        Need need = Samples.need("", Samples.healthResearch());
        Offer before = Samples.offer("o", "", Samples.openForHealth());
        Offer now = new OfferCopy(before)
                .terms(terms -> terms.with(Term.AI_TRAIN, false))
                .build();
        List<Match> ranking = matcher.rank(need, List.of(new Candidate(before, 0.5)));
        Match match = matcher.whyNot(need, now, ranking, 10).match();
        assertThat(match.permission().decision()).isEqualTo(Decision.DENY);
        assertThat(match.relevance()).isEqualTo(0.5);
    }

    private String standing(Need need, Offer offer, List<Match> ranking) {
        Standing standing = matcher.whyNot(need, offer, ranking, 1);
        return standing.place() + " " + standing.rank() + " of " + standing.of();
    }

    /** A hospital that reads needs and a startup that reads offers see the same of each other. */
    @Test
    void aPairHasTheSameScoreFromBothSides() {
        Generated generated = new Generated(vocabulary, 5);
        List<Offer> offers = IntStream.range(0, 60).mapToObj(generated::offer).toList();
        List<Need> needs = generated.needs(40);
        try (LuceneOfferIndex index = LuceneOfferIndex.inMemory(vocabulary)) {
            index.rebuild(offers, 1);
            Offer offer = offers.get(7);
            List<Match> fromHospital = matcher.rankNeeds(offer, needs, index);
            assertThat(fromHospital).hasSameSizeAs(needs);
            for (Match match : fromHospital) {
                Match fromStartup = matcher.rank(match.need(), index).stream()
                        .filter(other -> other.offer().id().equals(offer.id()))
                        .findFirst()
                        .orElseThrow();
                assertThat(match).isEqualTo(fromStartup);
            }
            assertThat(fromHospital)
                    .isSortedAccordingTo(Comparator.comparing(
                                    (Match match) -> match.permission().decision() == Decision.DENY)
                            .thenComparing(match -> -match.fit().score()));
        }
    }

    /** Beyond the needs that are asked for, words do not count; each need still stands there once. */
    @Test
    void manyNeedsAreAllRankedThoughFewQueriesAreMade() {
        Generated generated = new Generated(vocabulary, 6);
        List<Need> needs = generated.needs(250);
        int[] queries = {0};
        OfferIndex counting = new NoIndex() {
            @Override
            public List<Candidate> search(String text, List<String> codes, int limit) {
                queries[0]++;
                return List.of();
            }
        };
        assertThat(matcher.rankNeeds(generated.offer(0), needs, counting))
                .extracting(match -> match.need().id())
                .containsExactlyInAnyOrderElementsOf(
                        needs.stream().map(Need::id).toList());
        assertThat(queries[0]).isEqualTo(100);
    }

    /** A list of the few that could come first: each of them has the score of the whole ranking. */
    @Test
    void theFirstNeedsAreThoseOfTheWholeRanking() {
        Generated generated = new Generated(vocabulary, 7);
        List<Need> needs = generated.needs(80);
        Offer offer = generated.offer(0);
        try (LuceneOfferIndex index = LuceneOfferIndex.inMemory(vocabulary)) {
            index.rebuild(List.of(offer, generated.offer(1), generated.offer(2)), 1);
            List<Need> asked = new ArrayList<>();
            List<Match> first = matcher.firstNeeds(matcher.atBest(offer, needs), 20, need -> {
                asked.add(need);
                return index.search(need.text(), need.codes(), 10).stream()
                        .filter(candidate -> candidate.offer().id().equals(offer.id()))
                        .findFirst()
                        .orElseThrow()
                        .relevance();
            });
            List<Match> whole = matcher.rankNeeds(offer, needs, index);
            assertThat(asked).hasSize(20);
            assertThat(first).hasSize(20).allSatisfy(match -> assertThat(whole).contains(match));
            assertThat(first)
                    .isSortedAccordingTo(Comparator.comparing(
                                    (Match match) -> match.permission().decision() == Decision.DENY)
                            .thenComparing(match -> -match.fit().score()));
        }
    }

    /** An index that nobody writes to. */
    private abstract static class NoIndex implements OfferIndex {

        @Override
        public List<Refused> apply(List<Change> changes, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Refused> rebuild(OfferSource source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            return 0;
        }

        @Override
        public void close() {}
    }

    private static Offer named(Offer offer, String id) {
        return new OfferCopy(offer).id(id).build();
    }
}
