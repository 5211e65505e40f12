package dari.provisioner.omop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Sources;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.synthesize.Domain;
import dari.provisioner.synthesize.history.ClinicalTable;
import dari.provisioner.synthesize.history.CodeList;
import dari.provisioner.synthesize.history.History;
import dari.provisioner.synthesize.history.HistoryDomain;
import dari.provisioner.synthesize.history.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmopHistoriesTests {

    private static final HistoryDomain DOMAIN = new HistoryDomain(
            new Period(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)),
            Domain.parse("{\"year_of_birth\": {\"min\": 1900, \"max\": 2019, \"bins\": 12}}", "test")
                    .columns(),
            list(9201, 9202),
            Map.of(ClinicalTable.CONDITION, list(7, 8)));

    private static final String PERSONS = "person_id,year_of_birth\n1,1950\n2,1960\n";
    private static final String VISITS = """
            visit_occurrence_id,person_id,visit_concept_id,visit_start_date,visit_end_date
            10,1,9201,2020-02-01,2020-02-05
            11,2,9202,2020-03-01,2020-03-01
            """;
    private static final String CONDITIONS = """
            person_id,condition_concept_id,condition_start_date,condition_end_date,visit_occurrence_id
            1,7,2020-02-02,2020-02-09,10
            2,8.0,2020-03-01,,11
            """;

    @TempDir
    private Path folder;

    private static CodeList list(long... ids) {
        return CodeList.of(
                Arrays.stream(ids)
                        .mapToObj(id -> new CodeList.Concept(id, null, null, 0))
                        .toList(),
                "test");
    }

    private List<History> read(String persons, String visits, String conditions) {
        Path source = folder.resolve("source" + System.nanoTime());
        Sources.write(source.resolve("person.csv"), persons);
        Sources.write(source.resolve("visit_occurrence.csv"), visits);
        Sources.write(source.resolve("condition_occurrence.csv"), conditions);
        try (DuckDb engine = DuckDb.open("512m", folder)) {
            List<History> histories = new ArrayList<>();
            OmopHistories.load(
                            engine,
                            SourceDirectory.open(engine, source, name -> (char) 0),
                            DOMAIN,
                            name -> new OmopHistories.Place("person_id", "recipe.yaml:1"),
                            new byte[32])
                    .each(histories::add);
            return histories;
        }
    }

    @Test
    void readsPersonsWithTheirVisitsAndWhatHappenedInThem() {
        List<History> histories = read(PERSONS, VISITS, CONDITIONS);
        assertThat(histories).hasSize(2);
        History first = histories.get(0);
        assertThat(first.birthYear()).isEqualTo(1950);
        assertThat(first.person()).containsExactly(5);
        assertThat(first.contacts())
                .containsExactly(
                        new History.Contact(31, 35, 0, List.of(new History.Event(ClinicalTable.CONDITION, 0, 32, 3))));
        History.Event event = histories.get(1).contacts().get(0).events().get(0);
        assertThat(event.code()).isEqualTo(1); // 8.0 is concept 8
        assertThat(event.value()).isGreaterThan(10); // no last day
    }

    /** Else one person's rows could move what another adds, and the sensitivities would not hold. */
    @Test
    void oneMorePersonLeavesTheOthersAsTheyWere() {
        // read before the others, with their visits' numbers and with references to them
        String visits = VISITS + "10,0,9202,2020-05-01,2020-05-02\n";
        String conditions = CONDITIONS + "0,7,2020-05-01,,10\n0,8,2020-05-01,,11\n0,8,2020-07-01,,12\n";
        List<History> without = read(PERSONS, VISITS, CONDITIONS);
        List<History> with = read(PERSONS + "0,1970\n", visits, conditions);
        assertThat(with).hasSize(3);
        for (int i = 0; i < 2; i++) {
            assertThat(with.get(i + 1).order()).isEqualTo(without.get(i).order());
            assertThat(with.get(i + 1).contacts()).isEqualTo(without.get(i).contacts());
        }
    }

    @Test
    void rowsWithoutAVisitOfTheirPersonMakeADayOfTheirOwn() {
        List<History> histories = read(
                PERSONS,
                VISITS,
                CONDITIONS + "1,8,2020-04-01,,11\n1,8,2020-04-01,,99\n1,7,2020-04-02,,\n1,9,2020-02-03,,10\n");
        assertThat(histories.get(0).contacts())
                .extracting(History.Contact::kind)
                .containsExactly(0, DOMAIN.noVisit(), DOMAIN.noVisit());
        assertThat(histories.get(0).contacts().get(1).events()).hasSize(2);
        // an undeclared concept is "other"
        assertThat(histories.get(0).contacts().get(0).events())
                .extracting(History.Event::code)
                .containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void whatCannotBeReadDoesNotCountAndStopsNothing() {
        List<History> histories = read(
                "person_id,year_of_birth\n1,\n1,1950\n,1960\n2,soon\n4,1e400\n",
                VISITS
                        + "12,1,x,2020-13-01,\n13,1,,2020-06-01,2019-01-01\n14,7,9201,2020-06-01,\n15,1,9201,1999-01-01,\n",
                CONDITIONS + "1,x,later,,\n,7,2020-01-01,,\n1,1e99999,2020-06-01,x,13\n");
        assertThat(histories).hasSize(3); // persons 1, 2 and 4; nobody for a row without a key
        assertThat(histories.get(0).contacts()).hasSize(2);
        History.Contact visit = histories.get(0).contacts().get(1);
        assertThat(visit.first()).isEqualTo(visit.last()).isEqualTo(152);
        assertThat(visit.kind()).isEqualTo(2);
        assertThat(histories.get(2).birthYear()).isEqualTo(History.UNKNOWN);
    }

    @Test
    void saysWhichColumnIsMissing() {
        assertThatThrownBy(() -> read(PERSONS, VISITS.replace("visit_concept_id", "kind"), CONDITIONS))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("recipe.yaml:1")
                .hasMessageContaining("visit_concept_id");
    }
}
