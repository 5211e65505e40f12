package dari.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.permission.Decision;
import dari.matching.permission.Term;
import dari.matching.vocabulary.Vocabulary;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
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
        assertThat(match.nearMiss()).isNull();
        assertThat(match.fit().score()).isEqualTo(100);
        assertThat(match.requirements())
                .extracting(Requirement::code)
                .contains("disease", "modality", "persons", "years", "environment", "format", "region");
    }

    @Test
    void theSmallestChangeThatHelpsIsFoundAndVerified() {
        Need generating = Samples.need("", Samples.healthResearch().with(Term.AI_GENERATE, true));
        Match denied = matcher.explain(generating, Samples.offer("o1", "", Samples.openForHealth()), 0);
        assertThat(denied.permission().decision()).isEqualTo(Decision.DENY);
        NearMiss change = Objects.requireNonNull(denied.nearMiss());
        assertThat(change.code()).isEqualTo("drop-AI-GENERATE");
        assertThat(matcher.explain(change.changed(), denied.offer(), 0).isMatch())
                .isTrue();
        assertThat(matcher.explain(change.changed(), denied.offer(), 0).fit().score())
                .isEqualTo(change.score());
    }

    @Test
    void twoThingsWrongHaveNoSingleChange() {
        Need need = Samples.need("", Samples.healthResearch().with(Term.AI_GENERATE, true));
        Offer small = withPersons(Samples.offer("o1", "", Samples.openForHealth()), 10L);
        assertThat(matcher.explain(need, small, 0).nearMiss()).isNull();
    }

    @Test
    void aOneSidedFitLoses() {
        Need need = Samples.need("", Samples.healthResearch());
        Offer even = Samples.offer("even", "", Samples.openForHealth());
        Offer greedy = wanting(even, List.of("return:revenue", "return:model"));
        Fit oneSided = matcher.explain(need, greedy, 0).fit();
        assertThat(oneSided.toStartup())
                .isEqualTo(matcher.explain(need, even, 0).fit().toStartup());
        assertThat(oneSided.score())
                .isLessThan((oneSided.toStartup() + oneSided.toHospital()) / 2)
                .isLessThan(matcher.explain(need, even, 0).fit().score());
    }

    @Test
    void sharesAlwaysSumExactlyToTheScore() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            Map<Part, Double> raw = new EnumMap<>(Part.class);
            for (Part part : Part.values()) {
                if (random.nextInt(4) > 0) {
                    raw.put(part, random.nextInt(3) == 0 ? 0 : random.nextDouble() * part.points());
                }
            }
            int score = random.nextInt(101);
            assertThat(Comparison.shareOut(score, raw).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(score);
        }
    }

    @Test
    void theVerdictOutranksTheScore() {
        try (LuceneOfferIndex index = LuceneOfferIndex.inMemory(vocabulary)) {
            Offer permitted = withPersons(Samples.offer("permitted", "고혈압 자료", Samples.openForHealth()), 20L);
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
        Offer elsewhere = withPersons(Samples.offer("small", "고혈압", Samples.openForHealth()), 1L);
        try (LuceneOfferIndex index = LuceneOfferIndex.inMemory(vocabulary)) {
            index.rebuild(List.of(elsewhere, asked), 1);
            List<Match> ranked = matcher.rank(need, index);
            assertThat(ranked)
                    .isSortedAccordingTo(
                            Comparator.comparing((Match match) -> -match.fit().score()));
        }
    }

    /** The search for a near miss leaves out what one change cannot mend: nothing is lost by it. */
    @Test
    void everythingAMatchNeedsIsFoundByChangingTheOneThingThatIsWrong() {
        Need need = Samples.need("", Samples.healthResearch());
        Offer good = Samples.offer("o", "", Samples.openForHealth());
        for (Need wanting : List.of(
                new NeedCopy(need).persons(9_999).build(),
                new NeedCopy(need).years(2019, 2023).build(),
                new NeedCopy(need).hours(40).build(),
                new NeedCopy(need).formats(List.of("format:dicom")).build(),
                new NeedCopy(need).environments(List.of("environment:cloud")).build(),
                new NeedCopy(need)
                        .purpose(need.purpose().with(Term.ACCESS_COUNTRY, "US"))
                        .build(),
                new NeedCopy(need)
                        .purpose(need.purpose().with(Term.GENERAL_USE, true))
                        .build())) {
            Match match = matcher.explain(wanting, good, 0);
            assertThat(match.isMatch()).isFalse();
            NearMiss change = Objects.requireNonNull(match.nearMiss(), wanting.toString());
            assertThat(matcher.explain(change.changed(), good, 0).isMatch()).isTrue();
        }
    }

    private static Offer withPersons(Offer o, Long persons) {
        return new Offer(
                o.id(),
                o.kind(),
                o.title(),
                o.text(),
                o.modalities(),
                o.diseases(),
                o.bodyParts(),
                o.labels(),
                o.formats(),
                o.environments(),
                o.region(),
                persons,
                o.yearFrom(),
                o.yearTo(),
                o.clinicianHours(),
                o.terms(),
                o.wants());
    }

    private static Offer wanting(Offer o, List<String> wants) {
        return new Offer(
                o.id(),
                o.kind(),
                o.title(),
                o.text(),
                o.modalities(),
                o.diseases(),
                o.bodyParts(),
                o.labels(),
                o.formats(),
                o.environments(),
                o.region(),
                o.persons(),
                o.yearFrom(),
                o.yearTo(),
                o.clinicianHours(),
                o.terms(),
                wants);
    }
}
