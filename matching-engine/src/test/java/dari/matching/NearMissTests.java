package dari.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.OfferIndex.Candidate;
import dari.matching.permission.Decision;
import dari.matching.permission.PermissionDecision;
import dari.matching.permission.PermissionRules;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.matching.permission.strict.StrictRules;
import dari.matching.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTests {

    private final Vocabulary vocabulary = Vocabulary.builtIn();
    private final Matcher matcher = Matcher.strict(vocabulary);
    private final Need need = Samples.need("", Samples.healthResearch());
    private final Offer offer = Samples.offer("o", "", Samples.openForHealth());

    /** One thing wrong at a time: the change of either side. */
    @ParameterizedTest
    @CsvSource({
        "persons, fewer-persons 3, gather-persons 8",
        "studies, fewer-studies 5, gather-studies 10",
        "years, narrow-years 5, widen-years 10",
        "other-years, other-years 6, widen-years 11",
        "hours, fewer-hours 5, give-hours 5",
        "period, shorter-work 4, longer-access 4",
        "start, start-later 2, begin-earlier 3",
        "capacity, none, open-place 3",
        "format, accept-format 2, offer-format 5",
        "environment, accept-environment 2, offer-environment 5",
        "label, do-without-label 3, add-label 5",
        "region, accept-region 2, none",
        "kind, accept-kind 2, none",
        "train, drop-AI-TRAIN 4, allow-AI-TRAIN 6",
        "abroad, work-in-korea 7, record-ground-abroad 10",
        "general, narrow-to-health 4, permit-general-research 6",
        "commercial, drop-commercial-use 4, permit-commercial-use 6",
        "for-profit, non-profit-lead 7, admit-for-profit 6",
        "methods, drop-methods 4, permit-methods 6",
        "country, work-in-korea 7, permit-country 6",
        "model, agree-AI-RETURN 1, waive-model-return 3",
        "forbidden, drop-forbidden-use 7, none",
        "disease, narrow-to-disease 4, permit-disease 6"
    })
    void eachSideHasItsOwnSmallestChange(String wrong, String ofStartup, String ofHospital) {
        Match match = matcher.explain(wrongNeed(wrong), wrongOffer(wrong), 0.5);
        assertThat(match.isMatch()).isFalse();
        assertThat(written(match, Side.STARTUP)).isEqualTo(ofStartup);
        assertThat(written(match, Side.HOSPITAL)).isEqualTo(ofHospital);
        assertThat(match.nearMisses()).allSatisfy(this::assertVerified);
        assertThat(match.nearMisses()).isSortedAccordingTo((a, b) -> Integer.compare(a.cost(), b.cost()));
    }

    private Need wrongNeed(String wrong) {
        NeedCopy copy = new NeedCopy(need);
        UseTerms purpose = need.purpose();
        return switch (wrong) {
            case "persons" -> copy.persons(2_800L).build();
            case "studies" -> copy.studies(1_000L).build();
            case "years" -> copy.years(2019, 2022).build();
            case "other-years" -> copy.years(2021, 2022).build();
            case "hours" -> copy.hours(8).build();
            case "period" -> copy.periodDays(100).build();
            case "start" -> copy.startBy(LocalDate.of(2027, 1, 1)).build();
            case "format" -> copy.formats(List.of("format:dicom")).build();
            case "environment" ->
                copy.environments(List.of("environment:cloud")).build();
            case "kind" -> copy.kinds(List.of("kind:pilot")).build();
            case "abroad", "country" ->
                copy.purpose(p -> p.with(Term.ACCESS_COUNTRY, "US")).build();
            case "general" -> copy.purpose(p -> p.with(Term.GENERAL_USE, true)).build();
            case "commercial" ->
                copy.purpose(p -> p.with(Term.COMMERCIAL_USE, true)).build();
            case "for-profit" ->
                copy.purpose(p -> p.with(Term.NON_PROFIT_USE, false)).build();
            case "methods" ->
                copy.purpose(p -> p.with(Term.METHODS_RESEARCH, true)).build();
            case "model" ->
                copy.purpose(p -> p.with(Term.AI_MODEL_RETURNED, false)).build();
            case "forbidden" ->
                copy.purpose(p -> p.with(Term.FORBIDDEN_USE, List.of("marketing")))
                        .build();
            case "disease" ->
                copy.purpose(p -> purpose.with(Term.DISEASE_RESTRICTIONS, List.of("disease:t2d", "disease:stroke")))
                        .build();
            case "label", "region" -> labelledNeed(wrong);
            default -> need;
        };
    }

    private Need labelledNeed(String wrong) {
        return new Need(
                "n",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                wrong.equals("label") ? List.of("label:bbox") : List.of(),
                List.of(),
                List.of(),
                wrong.equals("region") ? List.of("region:seoul") : List.of(),
                null,
                null,
                null,
                null,
                need.purpose(),
                List.of());
    }

    private Offer wrongOffer(String wrong) {
        OfferCopy copy = new OfferCopy(offer);
        return switch (wrong) {
            case "studies" -> copy.studies(600L).build();
            case "period" -> copy.accessDays(80).build();
            case "start" -> copy.freeFrom(LocalDate.of(2027, 1, 31)).build();
            case "capacity" -> copy.capacity(0).build();
            case "train" -> copy.terms(t -> t.with(Term.AI_TRAIN, false)).build();
            case "commercial" ->
                copy.terms(t -> t.with(Term.COMMERCIAL_USE, false)).build();
            case "for-profit" ->
                copy.terms(t -> t.with(Term.NON_PROFIT_USE, true)).build();
            case "methods" ->
                copy.terms(t -> t.with(Term.METHODS_RESEARCH, false)).build();
            case "country" ->
                copy.terms(t -> t.with(Term.LEGAL_BASIS, "anonymous").with(Term.GEOGRAPHICAL_RESTRICTIONS, "JP, KR"))
                        .build();
            case "model" ->
                copy.terms(t -> t.with(Term.AI_MODEL_RETURNED, true)).build();
            case "disease" ->
                copy.terms(t -> t.without(Term.HMB_RESEARCH)
                                .with(Term.DISEASE_RESTRICTIONS, List.of("disease:diabetes")))
                        .build();
            default -> offer;
        };
    }

    @Test
    void whatPatientsConsentedToIsNotTheHospitalsToWiden() {
        Need generating =
                new NeedCopy(need).purpose(p -> p.with(Term.AI_GENERATE, true)).build();
        assertThat(written(matcher.explain(generating, offer, 0), Side.HOSPITAL))
                .isEqualTo("allow-AI-GENERATE 6");
        for (UseTerms terms : List.of(
                Samples.openForHealth().with(Term.LEGAL_BASIS, "consent"),
                Samples.openForHealth().without(Term.LEGAL_BASIS))) {
            Match match = matcher.explain(generating, Samples.offer("o", "", terms), 0);
            assertThat(written(match, Side.HOSPITAL)).isEqualTo("none");
            assertThat(written(match, Side.STARTUP)).isEqualTo("drop-AI-GENERATE 4");
        }
    }

    @Test
    void twoThingsWrongAreMendedByTwoChanges() {
        Need wrong = new NeedCopy(need)
                .persons(2_800L)
                .purpose(p -> p.with(Term.AI_GENERATE, true))
                .build();
        Match match = matcher.explain(wrong, offer, 0);
        assertThat(written(match, Side.STARTUP)).isEqualTo("drop-AI-GENERATE fewer-persons 7");
        assertThat(written(match, Side.HOSPITAL)).isEqualTo("allow-AI-GENERATE gather-persons 14");
        assertThat(match.nearMisses()).allSatisfy(this::assertVerified);
    }

    /** A place is only the hospital's to open, a region only the startup's to accept. */
    @Test
    void bothMoveWhenNeitherCanAlone() {
        Match match = matcher.explain(
                wrongNeed("region"), new OfferCopy(offer).capacity(0).build(), 0);
        assertThat(match.nearMisses()).hasSize(1);
        NearMiss both = match.nearMisses().get(0);
        assertThat(both.onlyMover()).isEmpty();
        assertThat(both.adjustments())
                .extracting(Adjustment::code)
                .containsExactlyInAnyOrder("accept-region", "open-place");
        assertVerified(both);
    }

    @Test
    void threeThingsWrongAreNotNear() {
        Need far = new NeedCopy(need)
                .persons(9_999L)
                .hours(40)
                .formats(List.of("format:dicom"))
                .build();
        assertThat(matcher.explain(far, offer, 0).nearMisses()).isEmpty();
    }

    @Test
    void whatTheNeedIsAboutIsNeverBent() {
        Need elsewhere = new Need(
                "n",
                "",
                List.of(),
                List.of("modality:ct"),
                List.of("disease:sah"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                need.purpose(),
                List.of());
        Match match = matcher.explain(elsewhere, offer, 0);
        assertThat(match.isMatch()).isFalse();
        assertThat(match.nearMisses()).isEmpty();
    }

    /** A match that a person would have to decide on: what would make the terms say yes. */
    @Test
    void aQuestionIsSettledByTheSideThatCan() {
        Need refusing = new NeedCopy(need)
                .purpose(p -> p.with(Term.ETHICS_APPROVAL_REQUIRED, false))
                .build();
        Offer asking = new OfferCopy(offer)
                .terms(t -> t.with(Term.ETHICS_APPROVAL_REQUIRED, true))
                .build();
        Match match = matcher.explain(refusing, asking, 0);
        assertThat(match.isMatch()).isTrue();
        assertThat(match.permission().decision()).isEqualTo(Decision.ASK);
        assertThat(written(match, Side.STARTUP)).isEqualTo("accept-ethicsApprovalRequired 1");
        assertThat(match.nearMisses().get(0).goal()).isEqualTo(Goal.PERMIT);
        assertVerified(match.nearMisses().get(0));

        Offer undecided =
                new OfferCopy(offer).terms(t -> t.without(Term.AI_TRAIN)).build();
        assertThat(written(matcher.explain(need, undecided, 0), Side.HOSPITAL)).isEqualTo("allow-AI-TRAIN 6");
    }

    /** Over random pairs: all that is said was run, and each single change that could be tried was no smaller answer. */
    @Test
    void everythingSaidIsTrueAndNoSmallerChangeOfThatSideWouldDo() {
        RandomPairs pairs = new RandomPairs(21);
        int single = 0;
        int two = 0;
        for (int round = 0; round < 2_000; round++) {
            Match match = matcher.explain(pairs.need("n"), pairs.offer("o"), 0.4);
            for (NearMiss change : match.nearMisses()) {
                assertVerified(change);
                boolean alone = change.adjustments().size() == 1;
                assertThat(aloneSufficient(match, change))
                        .allSatisfy(smaller ->
                                assertThat(alone && smaller >= change.cost()).isTrue());
                single += alone ? 1 : 0;
                two += alone ? 0 : 1;
            }
            assertThat(matcher.explain(match.need(), match.offer(), 0.4)).isEqualTo(match);
        }
        assertThat(single).isGreaterThan(200);
        assertThat(two).isGreaterThan(200);
    }

    /** The costs of all single changes of the same side that reach the goal alone. */
    private List<Integer> aloneSufficient(Match match, NearMiss change) {
        PermissionAttempts permissions = new PermissionAttempts(vocabulary);
        return Stream.concat(
                        match.permission().reasons().stream()
                                .flatMap(reason -> permissions.of(match.need(), match.offer(), reason).stream()),
                        match.requirements().stream()
                                .filter(requirement -> requirement.state() == Requirement.State.UNMET)
                                .flatMap(unmet -> RequirementAttempts.of(match.need(), match.offer(), unmet).stream()))
                .filter(attempt -> change.onlyMover().isEmpty()
                        || change.onlyMover()
                                .equals(Optional.of(attempt.adjustment().side())))
                .filter(attempt -> {
                    NeedCopy asked = new NeedCopy(match.need());
                    OfferCopy offered = new OfferCopy(match.offer());
                    attempt.toNeed().accept(asked);
                    attempt.toOffer().accept(offered);
                    return change.goal().isReachedBy(matcher.explain(asked.build(), offered.build(), 0.4));
                })
                .map(attempt -> attempt.adjustment().cost())
                .toList();
    }

    /** However much is wrong, a pair costs a bounded number of comparisons. */
    @Test
    void theSearchIsBounded() {
        StrictRules strict = new StrictRules(vocabulary.diseases());
        int[] comparisons = {0};
        Matcher counting = new Matcher(
                new PermissionRules() {
                    @Override
                    public PermissionDecision decide(@Nullable UseTerms dataset, UseTerms purpose) {
                        comparisons[0]++;
                        return strict.decide(dataset, purpose);
                    }
                },
                vocabulary);
        UseTerms everything = need.purpose()
                .with(Term.AI_GENERATE, true)
                .with(Term.AI_FINE_TUNE, true)
                .with(Term.AI_LLM_USE, true)
                .with(Term.AI_WEIGHTS_LEAVE, true)
                .with(Term.COMMERCIAL_USE, true)
                .with(Term.METHODS_RESEARCH, true)
                .with(Term.AI_MODEL_RETURNED, false)
                .with(Term.ACCESS_COUNTRY, "US")
                .with(Term.GENERAL_USE, true);
        Offer closed = new OfferCopy(offer)
                .terms(t -> t.with(Term.AI_FINE_TUNE, false)
                        .with(Term.AI_LLM_USE, false)
                        .with(Term.AI_WEIGHTS_LEAVE, false)
                        .with(Term.COMMERCIAL_USE, false)
                        .with(Term.METHODS_RESEARCH, false)
                        .with(Term.AI_MODEL_RETURNED, true)
                        .with(Term.GEOGRAPHICAL_RESTRICTIONS, "KR"))
                .build();
        assertThat(counting.explain(new NeedCopy(need).purpose(p -> everything).build(), closed, 0)
                        .nearMisses())
                .isEmpty();
        assertThat(comparisons[0]).isEqualTo(1 + NearMisses.MOST_TRIES);
    }

    /** What a change opens is what ranking the same list with the changed need finds. */
    @Test
    void aChangeOpensWhatRankingAgainFinds() {
        RandomPairs pairs = new RandomPairs(22);
        Random random = new Random(23);
        int more = 0;
        int lost = 0;
        for (int round = 0; round < 40; round++) {
            Need asking = pairs.need("n");
            List<Candidate> candidates = IntStream.range(0, 120)
                    .mapToObj(i -> new Candidate(pairs.offer("o" + i), random.nextDouble()))
                    .collect(Collectors.toCollection(ArrayList::new));
            List<Match> ranking = matcher.rank(asking, candidates);
            for (Match shown : matcher.explain(ranking.subList(0, 20), ranking, Side.STARTUP)) {
                for (NearMiss change : shown.nearMisses()) {
                    NearMiss.Opening opening = change.opening();
                    if (change.onlyMover().filter(Side.STARTUP::equals).isEmpty()) {
                        assertThat(opening).isNull();
                        continue;
                    }
                    List<String> before = reaching(change.goal(), ranking);
                    List<String> after = reaching(change.goal(), matcher.rank(change.need(), candidates));
                    assertThat(opening).isEqualTo(new NearMiss.Opening(minus(after, before), minus(before, after)));
                    more += minus(after, before) > 1 ? 1 : 0;
                    lost += minus(before, after) > 0 ? 1 : 0;
                }
            }
            Collections.shuffle(candidates, random);
            assertThat(matcher.rank(asking, candidates)).isEqualTo(ranking);
        }
        assertThat(more).isGreaterThan(20);
        assertThat(lost).isGreaterThan(0);
    }

    /** The same for a hospital that reads needs: its changes are counted over them, the startups' are not. */
    @Test
    void aHospitalsChangeOpensNeeds() {
        RandomPairs pairs = new RandomPairs(24);
        int more = 0;
        for (int round = 0; round < 40; round++) {
            Offer mine = pairs.offer("o");
            List<Need> needs =
                    IntStream.range(0, 60).mapToObj(i -> pairs.need("n" + i)).toList();
            List<Match> list = compared(needs, mine);
            for (Match shown : matcher.explain(list.subList(0, 10), list, Side.HOSPITAL)) {
                for (NearMiss change : shown.nearMisses()) {
                    if (change.onlyMover().filter(Side.HOSPITAL::equals).isEmpty()) {
                        assertThat(change.opening()).isNull();
                        continue;
                    }
                    List<String> before = needsReaching(change.goal(), list);
                    List<String> after = needsReaching(change.goal(), compared(needs, change.offer()));
                    assertThat(change.opening())
                            .isEqualTo(new NearMiss.Opening(minus(after, before), minus(before, after)));
                    more += minus(after, before) > 1 ? 1 : 0;
                }
            }
        }
        assertThat(more).isGreaterThan(10);
    }

    private List<Match> compared(List<Need> needs, Offer offered) {
        return needs.stream()
                .map(asking -> matcher.rank(asking, List.of(new Candidate(offered, 0.5)))
                        .get(0))
                .toList();
    }

    private static List<String> needsReaching(Goal goal, List<Match> list) {
        return list.stream()
                .filter(goal::isReachedBy)
                .map(match -> match.need().id())
                .toList();
    }

    private static List<String> reaching(Goal goal, List<Match> ranking) {
        return ranking.stream()
                .filter(goal::isReachedBy)
                .map(match -> match.offer().id())
                .toList();
    }

    private static int minus(List<String> some, List<String> others) {
        return (int) some.stream().filter(id -> !others.contains(id)).count();
    }

    /** The change is run again from nothing but what it says. */
    private void assertVerified(NearMiss change) {
        Match again = matcher.rank(change.need(), List.of(new Candidate(change.offer(), 0.5)))
                .get(0);
        assertThat(change.goal().isReachedBy(again)).as(change.toString()).isTrue();
    }

    private static String written(Match match, Side side) {
        return match.nearMissOf(side)
                .map(change -> change.adjustments().stream()
                                .map(Adjustment::code)
                                .sorted()
                                .collect(Collectors.joining(" "))
                        + " " + change.cost())
                .orElse("none");
    }
}
