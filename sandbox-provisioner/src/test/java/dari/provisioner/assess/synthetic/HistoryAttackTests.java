package dari.provisioner.assess.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.release.Assessment.AttackResult;
import dari.provisioner.release.Assessment.Verdict;
import dari.provisioner.synthesize.Domain;
import dari.provisioner.synthesize.history.ClinicalTable;
import dari.provisioner.synthesize.history.CodeList;
import dari.provisioner.synthesize.history.History;
import dari.provisioner.synthesize.history.HistoryDomain;
import dari.provisioner.synthesize.history.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Histories of a made-up hospital, on fixed seeds: what is real, what is copied and what is other people's. */
class HistoryAttackTests {

    private static final HistoryDomain DOMAIN = new HistoryDomain(
            new Period(LocalDate.of(2010, 1, 1), LocalDate.of(2019, 12, 31)),
            Domain.parse("""
                            {"gender_concept_id": {"values": ["8507", "8532"]},
                             "year_of_birth": {"min": 1920, "max": 2019, "bins": 20}}
                            """, "test").columns(),
            codes(9201, 3),
            Map.of(
                    ClinicalTable.CONDITION, codes(100, 2000),
                    ClinicalTable.DRUG, codes(5000, 30),
                    ClinicalTable.MEASUREMENT,
                            CodeList.of(
                                    List.of(new CodeList.Concept(300, null, new CodeList.Bounds(0, 120), 8840)),
                                    "test")));

    private static final List<String> EVERY_TIME = List.of(
            "singling-out-multivariate",
            "linkability",
            "nearest-row",
            "attribute-inference",
            "membership-by-marginals");

    private static final String CONDITION = "condition_concept_id";

    private static final List<History> ORIGINALS = persons(7000, 1);
    private static final List<History> CONTROLS = persons(4000, 2);

    /** Of the hospital's own histories, which is what an attack has to see; several tests look at it. */
    private static final Map<String, AttackResult> OWN = attack(ORIGINALS, CONDITION);

    /** Of other people's, which tell nothing. */
    private static final Map<String, AttackResult> OTHERS = attack(persons(7000, 3), CONDITION);

    private static CodeList codes(long first, int count) {
        return CodeList.of(
                LongStream.range(first, first + count)
                        .mapToObj(id -> new CodeList.Concept(id, null, null, 0))
                        .toList(),
                "test");
    }

    @Test
    void theHospitalsOwnHistoriesFailEveryAttack() {
        assertThat(OWN).containsKeys(EVERY_TIME.toArray(String[]::new));
        assertThat(OWN).containsKey("singling-out-univariate");
        assertThat(OWN.values()).allMatch(result -> result.verdict() == Verdict.FAILED);
    }

    @Test
    void otherPeoplesHistoriesPassEveryAttackBesideBothControls() {
        // about 120 persons have a code that nobody else has: too few to clear anybody
        assertThat(OTHERS).containsOnlyKeys(EVERY_TIME.toArray(String[]::new));
        assertThat(OTHERS.values()).allSatisfy(result -> {
            assertThat(result.verdict()).as(result.attack()).isEqualTo(Verdict.PASSED);
            assertThat(result.rawTable()).isNotNull();
            assertThat(result.freshRows()).isNotNull();
            assertThat(result.rawTable().lower()).isGreaterThan(0.1);
            assertThat(result.freshRows().upper()).isLessThan(0.05);
        });
    }

    @Test
    void aQuarterOfCopiedPatientsIsFound() {
        List<History> release = Stream.concat(ORIGINALS.stream().limit(1750), persons(5250, 4).stream())
                .toList();
        Map<String, AttackResult> results = attack(release, null);
        for (String attack : List.of("singling-out-multivariate", "linkability", "nearest-row")) {
            assertThat(results.get(attack).verdict()).as(attack).isEqualTo(Verdict.FAILED);
        }
    }

    @Test
    void aHiddenConditionIsGuessedFromTheRestOfTheHistory() {
        AttackResult condition = OWN.get("attribute-inference");
        assertThat(condition.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(condition.release().excess()).isGreaterThan(0.3);
        assertThat(OTHERS.get("attribute-inference").verdict()).isEqualTo(Verdict.PASSED);
        List<History> few = ORIGINALS.subList(0, 1500); // a copy shows in a few already
        AttackResult value =
                results(few, CONTROLS.subList(0, 1000), few, "VALUE_AS_NUMBER").get("attribute-inference");
        assertThat(value.verdict()).isEqualTo(Verdict.FAILED);
        assertThatThrownBy(() -> attack(ORIGINALS, "person_id"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("recipe.yaml:5")
                .hasMessageContaining("drug_concept_id");
    }

    @Test
    void tooFewPersonsGiveNoAttack() {
        assertThat(results(ORIGINALS, List.of(), ORIGINALS, null)).isEmpty();
        assertThat(results(ORIGINALS, persons(80, 6), ORIGINALS, null)).isEmpty();
    }

    private static Map<String, AttackResult> attack(List<History> release, @Nullable String secret) {
        return results(ORIGINALS, CONTROLS, release, secret);
    }

    private static Map<String, AttackResult> results(
            List<History> originals, List<History> controls, List<History> release, @Nullable String secret) {
        HistoryAttack attack =
                new HistoryAttack(DOMAIN, originals::forEach, controls::forEach, secret, "recipe.yaml:5", 11);
        release.forEach(attack.invented());
        return attack.run(false).stream().collect(Collectors.toMap(AttackResult::attack, Function.identity()));
    }

    /** A disease of many, sometimes a rare condition besides, drugs that go with the disease. */
    private static List<History> persons(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<History> persons = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            int disease = random.nextInt(12);
            int born = 1930 + random.nextInt(70);
            int day = random.nextInt(2000);
            List<History.Contact> contacts = new ArrayList<>();
            for (int c = random.nextInt(7); c >= 0; c--) {
                int condition = random.nextInt(3) > 0 ? disease : random.nextInt(2000);
                contacts.add(new History.Contact(
                        day,
                        day + random.nextInt(4),
                        random.nextInt(3),
                        List.of(
                                new History.Event(ClinicalTable.CONDITION, condition, day, 3),
                                new History.Event(ClinicalTable.DRUG, disease + random.nextInt(18), day, 5),
                                new History.Event(ClinicalTable.MEASUREMENT, 0, day, random.nextInt(12)))));
                day += 1 + random.nextInt(200);
            }
            persons.add(new History(
                    random.nextLong(),
                    new short[] {
                        (short) random.nextInt(2),
                        (short) DOMAIN.person().get(1).code(String.valueOf(born))
                    },
                    born,
                    contacts));
        }
        return persons;
    }
}
