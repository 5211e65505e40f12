package dari.matching.assignment;

import static dari.matching.assignment.RandomInstances.applicant;
import static dari.matching.assignment.RandomInstances.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.matching.json.MatchingJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.JsonNodeFactory;

class CertificateTests {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private static final Instance INSTANCE = new Instance(
            List.of(applicant("a", "x", "y"), applicant("b", "x", "y"), applicant("c", "y")),
            List.of(
                    new Place("x", 1, List.of(List.of("a", "b"))),
                    new Place("y", 2, List.of(List.of("a"), List.of("b"), List.of("c")))));

    /** The published form, written by hand. */
    @Test
    void theCanonicalFormIsOneTextForOneInstance() {
        assertThat(CanonicalInstance.text(INSTANCE))
                .isEqualTo("{\"applicants\":[{\"attributes\":{},\"id\":\"a\",\"prefs\":[[\"x\"],[\"y\"]]},"
                        + "{\"attributes\":{},\"id\":\"b\",\"prefs\":[[\"x\"],[\"y\"]]},"
                        + "{\"attributes\":{},\"id\":\"c\",\"prefs\":[[\"y\"]]}],"
                        + "\"forbidden\":[],\"forced\":[],\"groups\":[],"
                        + "\"places\":[{\"capacity\":1,\"group\":null,\"id\":\"x\",\"minimum\":0,\"prefs\":[[\"a\",\"b\"]]},"
                        + "{\"capacity\":2,\"group\":null,\"id\":\"y\",\"minimum\":0,\"prefs\":[[\"a\"],[\"b\"],[\"c\"]]}],"
                        + "\"targets\":[]}");
        RandomInstances instances = new RandomInstances(31, 5, 3, 2, true);
        Instance random = instances.next();
        assertThat(CanonicalInstance.sha256(instances.shuffled(random))).isEqualTo(CanonicalInstance.sha256(random));
        assertThat(MatchingJson.mapper()
                        .readTree(CanonicalInstance.text(instance("\"\\\n\u0001한")))
                        .at("/places/0/id"))
                .isEqualTo(JsonNodeFactory.instance.stringNode("\"\\\n\u0001한"));
    }

    /** Counted with another program: printf '7:b' | sha256sum, and so on. */
    @Test
    void theOrderOfTiesIsThatOfSha256() {
        assertThat(new Lottery(7).inOrder(List.of("a", "b", "c", "d"))).containsExactly("c", "a", "d", "b");
    }

    @ParameterizedTest
    @EnumSource
    void whateverTheEngineMakesHolds(Optimal optimal) {
        RandomInstances instances = new RandomInstances(32, 7, 4, 2, true);
        for (int round = 0; round < 300; round++) {
            Instance instance = settled(instances, instances.next());
            Assignment assignment = DeferredAcceptance.assign(instance, optimal, round);
            assertThat(assignment.blockingPairs()).allMatch(pair -> pair.because() == BlockingPair.Because.FIXED);
            assertThat(CertificateCheck.problems(certificate(assignment), instance))
                    .as(instance.toString())
                    .isEmpty();
        }
    }

    /** The engine's count and the certificate's against the definition, settled pairs and groups included. */
    @Test
    void blockingPairsAreThoseOfTheDefinition() {
        RandomInstances instances = new RandomInstances(33, 6, 4, 2, false);
        int blocked = 0;
        for (int round = 0; round < 300; round++) {
            Instance instance = settled(instances, instances.next());
            Assignment assignment = DeferredAcceptance.assign(instance, Optimal.APPLICANTS, round);
            HashSet<Pair> expected =
                    new HashSet<>(new StabilityByDefinition(instance, round).blockingPairs(assignment.places()));
            instance.forbidden().forEach(expected::remove);
            blocked += expected.size();
            assertThat(assignment.blockingPairs())
                    .extracting(BlockingPair::pair)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(blocked).isGreaterThan(50);
    }

    @Test
    void aMatchingThatSomebodyChangedDoesNotHold() {
        RandomInstances instances = new RandomInstances(34, 6, 4, 2, false);
        for (int round = 0; round < 300; round++) {
            Instance instance = instances.next();
            Certificate certificate = certificate(DeferredAcceptance.assign(instance, Optimal.APPLICANTS, round));
            Map<String, @Nullable String> changed = new LinkedHashMap<>(certificate.matching());
            String applicant = instances.anyOf(instance.applicants()).id();
            List<@Nullable String> others = new ArrayList<>();
            others.add(null);
            instance.places().forEach(place -> others.add(place.id()));
            changed.put(applicant, instances.anyOf(others));
            boolean same = Objects.equals(changed, certificate.matching());
            boolean stable = new StabilityByDefinition(instance, round).isStable(changed);
            assertThat(CertificateCheck.problems(with(certificate, changed, certificate.blockingPairs()), instance)
                            .isEmpty())
                    .isEqualTo(same || stable);
        }
    }

    @Test
    void saysWhatDoesNotHold() {
        Certificate good = certificate(DeferredAcceptance.assign(INSTANCE, Optimal.APPLICANTS, 7));
        assertThat(CertificateCheck.problems(good, INSTANCE)).isEmpty();
        assertThat(CertificateCheck.problems(good, instance("x")))
                .contains("the instance is another one than the certificate's");
        Certificate hidden = with(good, Map.of("a", "y", "b", "y"), List.of());
        assertThat(CertificateCheck.problems(hidden, INSTANCE))
                .containsExactly("the matching does not name exactly the applicants of the instance");
        Map<String, @Nullable String> worse = new LinkedHashMap<>(Map.of("a", "y", "b", "y"));
        worse.put("c", null);
        assertThat(CertificateCheck.problems(with(good, worse, List.of()), INSTANCE))
                .contains(
                        "applicant a and place x would both rather have each other, and nothing settled stands in the way",
                        "applicant a and place x are a blocking pair and not listed as one");
        worse.put("c", "x");
        assertThat(CertificateCheck.problems(with(good, worse, List.of()), INSTANCE))
                .contains("applicant c and place x were brought together, but do not both wish it or must not");
        worse.putAll(Map.of("a", "x", "c", "x"));
        assertThat(CertificateCheck.problems(with(good, worse, List.of()), INSTANCE))
                .contains("the matching gives x more applicants than it has seats");
        assertThat(CertificateCheck.problems(with(good, good.matching(), List.of(new Pair("c", "x"))), INSTANCE))
                .containsExactly("applicant c and place x are listed as a blocking pair and are none");
    }

    @Test
    void correctionsAreRecordedAndTheRunStaysReadable() {
        Certificate run = certificate(DeferredAcceptance.assign(INSTANCE, Optimal.APPLICANTS, 7));
        String winner = "x".equals(run.matching().get("a")) ? "a" : "b";
        Correction correction = new Correction(winner, "x", null, "the applicant withdrew after the run", NOON);
        Certificate corrected = run.corrected(INSTANCE, correction);
        assertThat(corrected.corrections()).containsExactly(correction);
        assertThat(corrected.matching().get(winner)).isNull();
        assertThat(corrected.matchingOfTheRun()).isEqualTo(run.matching());
        assertThat(corrected.blockingPairs())
                .contains(new Pair(winner, "x"), new Pair(winner, "y"))
                .hasSize(3);
        assertThat(CertificateCheck.problems(corrected, INSTANCE)).isEmpty();
        assertThat(CertificateCheck.problems(with(corrected, run.matching(), corrected.blockingPairs()), INSTANCE))
                .containsExactly("the corrections of applicant " + winner + " do not lead to the place that it has");
        String other = winner.equals("a") ? "b" : "a";
        assertThatThrownBy(() -> run.corrected(INSTANCE, new Correction(other, "y", "x", "a wish", NOON)))
                .hasMessage("the correction gives x more applicants than it has seats");
        assertThatThrownBy(() -> run.corrected(INSTANCE, new Correction(other, "x", "y", "a wish", NOON)))
                .hasMessageContaining("does not have the place");
        assertThatThrownBy(() -> new Correction("a", "x", "y", " ", NOON)).hasMessageContaining("gives no reason");
    }

    @Test
    void itsJsonComesBack() {
        Certificate certificate = certificate(DeferredAcceptance.assign(INSTANCE, Optimal.APPLICANTS, 7))
                .corrected(INSTANCE, new Correction("c", "y", null, "withdrew", NOON));
        String json = MatchingJson.mapper().writeValueAsString(certificate);
        assertThat(json).contains("\"at\":\"2026-11-25T12:00:00Z\"").contains("\"rules\":\"assign-1\"");
        assertThat(MatchingJson.mapper().readValue(json, Certificate.class)).isEqualTo(certificate);
    }

    private static Certificate certificate(Assignment assignment) {
        return Certificate.of(new BoundedAssignment(assignment, assignment, List.of(), List.of()));
    }

    private static Certificate with(Certificate of, Map<String, @Nullable String> matching, List<Pair> blocking) {
        return new Certificate(
                of.rules(),
                of.instanceSha256(),
                of.optimal(),
                of.seed(),
                of.tieOrder(),
                matching,
                blocking,
                of.keptSeats(),
                of.corrections());
    }

    private static Instance instance(String place) {
        return new Instance(List.of(), List.of(place(place, 1)));
    }

    /** A pair forced and another forbidden, where there is a seat. */
    private static Instance settled(RandomInstances instances, Instance instance) {
        Pair forced = new Pair(
                instances.anyOf(instance.applicants()).id(),
                instances.anyOf(instance.places()).id());
        Pair forbidden = new Pair(
                instances.anyOf(instance.applicants()).id(),
                instances.anyOf(instance.places()).id());
        boolean room = new OpenSeats(instance, List.of(), Map.of()).canBeSettled(forced.place());
        return new Instance(
                instance.applicants(),
                instance.places(),
                instance.groups(),
                List.of(),
                room && !forced.equals(forbidden) ? List.of(forced) : List.of(),
                List.of(forbidden));
    }
}
