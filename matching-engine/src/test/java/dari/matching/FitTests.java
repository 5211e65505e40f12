package dari.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dari.matching.permission.Decision;
import dari.matching.permission.UseTerms;
import dari.matching.vocabulary.Vocabulary;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a score promises, over thousands of random pairs of fixed seeds. */
class FitTests {

    private final Matcher matcher = Matcher.strict(Vocabulary.builtIn());

    @Test
    void partsSumExactlyToTheScoreOfEveryPair() {
        RandomPairs pairs = new RandomPairs(11);
        Random random = new Random(12);
        for (int round = 0; round < 3_000; round++) {
            Fit fit = matcher.rank(pairs.need("n"), List.of(candidate(pairs.offer("o"), random.nextDouble())))
                    .get(0)
                    .fit();
            assertThat(fit.contributions().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(fit.score());
            assertThat(fit.contributions().values()).allMatch(points -> points >= 0);
            assertThat(fit.score()).isBetween(0, Math.max(fit.toStartup(), fit.toHospital()));
        }
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

    /** Taking from the direction that fits less and giving it to the other never pays. */
    @Test
    void aFitThatBecomesMoreOneSidedNeverGainsByIt() {
        Random random = new Random(13);
        for (int round = 0; round < 10_000; round++) {
            double better = random.nextDouble();
            double worse = random.nextDouble() * better;
            double moved = random.nextDouble() * Math.min(worse, 1 - better);
            assertThat(Worth.bothWays(better + moved, worse - moved))
                    .isLessThanOrEqualTo(Worth.bothWays(better, worse) + 1e-12);
        }
        assertThat(Worth.bothWays(1, 0)).isZero();
        assertThat(Worth.bothWays(0, 0)).isZero();
        assertThat(Worth.bothWays(0.6, 0.6)).isCloseTo(0.6, within(1e-12));
    }

    /** Each gap of a pair closed alone, from the offer's side: the score never falls. */
    @Test
    void theScoreNeverFallsWhenOneMoreRequirementIsMet() {
        RandomPairs pairs = new RandomPairs(14);
        int closed = 0;
        for (int round = 0; round < 3_000; round++) {
            Need need = pairs.need("n");
            Offer offer = pairs.offer("o");
            Match before = matcher.explain(need, offer, 0.3);
            for (Requirement gap : before.requirements()) {
                Offer better = meeting(gap, need, offer);
                if (gap.state() == Requirement.State.MET || better == offer) {
                    continue;
                }
                Match after = matcher.explain(need, better, 0.3);
                assertThat(after.requirements())
                        .filteredOn(requirement -> requirement.code().equals(gap.code()))
                        .allMatch(requirement -> requirement.state() == Requirement.State.MET);
                assertThat(after.fit().score())
                        .as(gap + " of " + need + " by " + offer)
                        .isGreaterThanOrEqualTo(before.fit().score());
                closed++;
            }
        }
        assertThat(closed).isGreaterThan(3_000);
    }

    /** The hospital's direction: more of what it wants never makes a pair worse. */
    @Test
    void theScoreNeverFallsWhenTheStartupGivesMore() {
        RandomPairs pairs = new RandomPairs(15);
        for (int round = 0; round < 2_000; round++) {
            Need need = pairs.need("n");
            Offer offer = pairs.offer("o");
            Need generous = giving(need, offer.wants());
            assertThat(matcher.explain(generous, offer, 0).fit().score())
                    .isGreaterThanOrEqualTo(matcher.explain(giving(need, List.of()), offer, 0)
                            .fit()
                            .score());
        }
    }

    /** What each direction brings, by parts, is the whole of both together. */
    @Test
    void thePartsOfBothDirectionsSumToTheirMean() {
        Random random = new Random(16);
        for (int round = 0; round < 2_000; round++) {
            Worth one = worth(random);
            Worth other = worth(random);
            assertThat(Worth.partsBothWays(one, other).values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isCloseTo(Worth.bothWays(one.total(), other.total()), within(1e-9));
        }
    }

    private static Worth worth(Random random) {
        Worth worth = new Worth();
        for (Part part : Part.values()) {
            if (random.nextBoolean()) {
                worth.add(part, random.nextInt(3) == 0 ? 0 : random.nextDouble());
            }
        }
        return worth;
    }

    /** Silence lies between what is stated to fit and what is stated not to, and never turns the words around. */
    @Test
    void whatAnOfferDoesNotSayCountsAsItsWordsDo() {
        Need need = Samples.need("", Samples.healthResearch());
        Offer large = Samples.offer("large", "", Samples.openForHealth());
        Offer silent = new OfferCopy(large).persons(null).build();
        Offer small = new OfferCopy(large).persons(10L).build();
        assertThat(score(need, silent, 0.5)).isBetween(score(need, small, 0.5) + 1, score(need, large, 0.5) - 1);
        Offer saysNothing = new Offer(
                "nothing",
                "kind:data",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
        Need content = new NeedCopy(need).kinds(List.of()).build();
        for (int percent = 0; percent <= 100; percent += 10) {
            assertThat(score(content, saysNothing, percent / 100.0)).isEqualTo(percent);
        }
    }

    /** A need that says nothing of what it gives, and terms that a person decides on, are open questions, no faults. */
    @Test
    void whatTheHospitalDoesNotKnowYetCountsAsTheSubjectDoes() {
        Need silent = giving(Samples.need("", Samples.healthResearch()), List.of());
        Offer wanting = Samples.offer("wanting", "", Samples.openForHealth());
        Offer modest = new OfferCopy(wanting).wants(List.of()).build();
        assertThat(matcher.explain(silent, wanting, 0.5).fit())
                .isEqualTo(matcher.explain(silent, modest, 0.5).fit());
        assertThat(score(giving(silent, List.of("return:model")), wanting, 0.5))
                .isLessThan(score(silent, wanting, 0.5));
        Offer unclear = new OfferCopy(modest).terms(terms -> UseTerms.NONE).build();
        assertThat(matcher.explain(silent, unclear, 0.5).permission().decision())
                .isEqualTo(Decision.ASK);
        assertThat(score(silent, unclear, 1)).isEqualTo(score(silent, modest, 1));
    }

    private int score(Need need, Offer offer, double relevance) {
        return matcher.explain(need, offer, relevance).fit().score();
    }

    private static Offer meeting(Requirement gap, Need need, Offer offer) {
        OfferCopy copy = new OfferCopy(offer);
        return switch (gap.code()) {
            case "persons" -> copy.persons(need.persons()).build();
            case "studies" -> copy.studies(need.studies()).build();
            case "hours" -> copy.hours(need.clinicianHours()).build();
            case "period" -> copy.accessDays(need.periodDays()).build();
            case "start" -> copy.freeFrom(need.startBy()).build();
            case "capacity" -> copy.capacity(1).build();
            case "years" -> copy.years(need.yearFrom(), need.yearTo()).build();
            case "format" -> copy.addFormat(need.formats().get(0)).build();
            case "environment" ->
                copy.addEnvironment(need.environments().get(0)).build();
            case "label" -> copy.addLabel(need.labels().get(0)).build();
            default -> offer;
        };
    }

    private static Need giving(Need need, List<String> gives) {
        UseTerms purpose = need.purpose();
        return new Need(
                need.id(),
                need.text(),
                need.kinds(),
                need.modalities(),
                need.diseases(),
                need.bodyParts(),
                need.labels(),
                need.formats(),
                need.environments(),
                need.regions(),
                need.persons(),
                need.yearFrom(),
                need.yearTo(),
                need.clinicianHours(),
                purpose,
                gives);
    }

    private static OfferIndex.Candidate candidate(Offer offer, double relevance) {
        return new OfferIndex.Candidate(offer, relevance);
    }
}
