package dari.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.Requirement.State;
import dari.matching.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each hard need: met, unmet with what is missing, unknown with its question. */
class RequirementsTests {

    private final Requirements requirements = new Requirements(new Codes(Vocabulary.builtIn()));
    private final Need need = Samples.need("", Samples.healthResearch());
    private final Offer offer = Samples.offer("o", "", Samples.openForHealth());

    @Test
    void studiesAreCountedBesidePersons() {
        Need asking = new NeedCopy(need).studies(12_000L).build();
        assertThat(of("studies", asking, with(o -> o.studies(12_406L)))).isEqualTo("MET [12000, 12406]");
        assertThat(of("studies", asking, with(o -> o.studies(9_000L)))).isEqualTo("UNMET [12000, 9000, 3000]");
        assertThat(of("studies", asking, offer)).isEqualTo("UNKNOWN [12000, ]");
        assertThat(of("persons", asking, offer)).isEqualTo("MET [1000, 2600]");
        assertThat(of("studies", need, offer)).isEqualTo("not asked");
    }

    @ParameterizedTest
    @CsvSource({
        "2010, 2020, 'MET [2015, 2019, 2010, 2020]'",
        "2016, 2020, 'UNMET [2015, 2019, 2016, 2020, 2015]'",
        "2016, 2017, 'UNMET [2015, 2019, 2016, 2017, 2015, 2018–2019]'",
        "2020, 2024, 'UNMET [2015, 2019, 2020, 2024, 2015–2019]'",
        "2001, 2005, 'UNMET [2015, 2019, 2001, 2005, 2015–2019]'"
    })
    void theYearsThatAreMissingAreNamed(int from, int to, String expected) {
        assertThat(of("years", need, with(o -> o.years(from, to)))).isEqualTo(expected);
    }

    @Test
    void oneYearAloneMustBeCovered() {
        Need single = new NeedCopy(need).years(2012, null).build();
        assertThat(of("years", single, offer)).isEqualTo("MET [2012, 2012, 2010, 2020]");
        assertThat(of("years", single, with(o -> o.years(2014, 2020)))).startsWith("UNMET");
    }

    @Test
    void timeIsHeldAgainstTheHospitalsTime() {
        Need asking = new NeedCopy(need)
                .hours(8)
                .periodDays(180)
                .startBy(LocalDate.of(2027, 3, 1))
                .build();
        assertThat(of("hours", asking, offer)).isEqualTo("UNMET [8, 4, 4]");
        assertThat(of("period", asking, with(o -> o.accessDays(90)))).isEqualTo("UNMET [180, 90, 90]");
        assertThat(of("period", asking, with(o -> o.accessDays(365)))).isEqualTo("MET [180, 365]");
        assertThat(of("start", asking, with(o -> o.freeFrom(LocalDate.of(2027, 3, 31)))))
                .isEqualTo("UNMET [2027-03-01, 2027-03-31, 30]");
        assertThat(of("start", asking, with(o -> o.freeFrom(LocalDate.of(2027, 3, 1)))))
                .startsWith("MET");
        assertThat(of("start", asking, offer)).isEqualTo("UNKNOWN [2027-03-01, ]");
        assertThat(of("capacity", asking, with(o -> o.capacity(0)))).isEqualTo("UNMET [1, 0, 1]");
        assertThat(of("capacity", asking, with(o -> o.capacity(2)))).isEqualTo("MET [1, 2]");
        assertThat(of("capacity", asking, offer)).isEqualTo("not asked");
    }

    @Test
    void onlyWhatIsUnknownHasAQuestion() {
        Offer silent = with(o -> o.persons(null).years(null, null));
        for (List<Requirement> part : requirements.of(need, silent).values()) {
            part.forEach(requirement -> assertThat(requirement.getQuestionKey().isPresent())
                    .isEqualTo(requirement.state() == State.UNKNOWN));
        }
        assertThat(of("persons", need, silent)).isEqualTo("UNKNOWN [1000, ]");
        assertThat(of("years", need, silent)).isEqualTo("UNKNOWN [2015, 2019, , ]");
    }

    private Offer with(Consumer<OfferCopy> change) {
        OfferCopy copy = new OfferCopy(offer);
        change.accept(copy);
        return copy.build();
    }

    private String of(String code, Need asking, Offer offered) {
        return requirements.of(asking, offered).values().stream()
                .flatMap(List::stream)
                .filter(requirement -> requirement.code().equals(code))
                .map(requirement -> requirement.state() + " " + requirement.arguments())
                .findFirst()
                .orElse("not asked");
    }
}
