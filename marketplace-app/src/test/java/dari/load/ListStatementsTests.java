package dari.load;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.Applications;
import dari.kernel.Ids;
import dari.kernel.Role;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.Marketplace;
import dari.support.People;
import dari.support.Statements;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** A page that lists something asks the database as often for many things as for a few. */
@DariTest
class ListStatementsTests {

    /** Reading who is signed in and what is told to them varies by a few. */
    private static final int SLACK = 2;

    private static final int FEW = 1;
    private static final int MANY = 8;

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    Applications applications;

    @Autowired
    Statements statements;

    @Autowired
    DataSource database;

    @Autowired
    JdbcTemplate rows;

    @Autowired
    Ids ids;

    @Autowired
    MockMvc mvc;

    private int copies;

    @Test
    void aListAsksNoMoreOftenForMoreRows() throws Exception {
        ActAs startup = people.aStartup();
        ActAs hospital = people.colleagueOf(people.aHospital(), Role.HOSPITAL_OFFICE, Role.HOSPITAL_STEWARD);
        journey.project(startup, hospital, Marketplace.anOffer("당뇨병 코호트", Marketplace.healthTerms()));
        var application = startup.get(() -> applications.mine()).get(0);
        ActAs administrator = people.anAdministrator();
        Map<String, String> tables = new LinkedHashMap<>(Prototypes.ofApplication());
        tables.put("offer", "id = (SELECT offer FROM application WHERE id = ?)");
        tables.put("offer_revision", "offer = (SELECT offer FROM application WHERE id = ?)");
        tables.put("need", "id = (SELECT need FROM application WHERE id = ?)");
        Prototype prototype = Prototype.read(rows, tables, application.id());
        String call = "/program/calls/" + application.call().id();

        Map<String, ActAs> pages = new LinkedHashMap<>();
        pages.put("/startup/applications", startup);
        pages.put("/startup/needs", startup);
        pages.put("/startup/offers", startup);
        pages.put("/introductions", startup);
        pages.put("/projects", startup);
        pages.put("/home", startup);
        pages.put("/hospital/offers", hospital);
        pages.put("/hospital/decisions", hospital);
        pages.put("/hospital/needs", hospital);
        pages.put("/introductions?as=hospital", hospital);
        pages.put("/projects?as=hospital", hospital);
        pages.put("/home?as=hospital", hospital);
        pages.put(call, administrator);
        pages.put(call + "/letters", administrator);
        pages.put(call + "/ranking", administrator);
        pages.put(call + "/panel", administrator);
        pages.put(call + "/presentations", administrator);
        pages.put(call + "/assignment", administrator);
        pages.put("/program/reviewers", administrator);
        pages.put("/program/payments", administrator);
        pages.put("/program/verifications", administrator);
        pages.put("/projects?as=program", administrator);
        pages.put("/offers", startup);

        copy(prototype, application.call().id(), FEW);
        Map<String, Integer> few = counted(pages);
        copy(prototype, application.call().id(), MANY);
        Map<String, Integer> many = counted(pages);
        SoftAssertions.assertSoftly(all -> pages.keySet()
                .forEach(page -> all.assertThat(many.get(page))
                        .as("%s asked %d times for fewer", page, few.get(page))
                        .isLessThanOrEqualTo(few.get(page) + SLACK)));
    }

    private Map<String, Integer> counted(Map<String, ActAs> pages) throws Exception {
        Map<String, Integer> counted = new LinkedHashMap<>();
        for (Map.Entry<String, ActAs> page : pages.entrySet()) {
            counted.put(
                    page.getKey(),
                    statements.of(() -> mvc.perform(
                                    get(page.getKey()).with(page.getValue().signedIn()))
                            .andExpect(status().isOk())));
        }
        return counted;
    }

    private void copy(Prototype prototype, UUID call, int times) throws Exception {
        try (BulkRows bulk = new BulkRows(database)) {
            for (int i = 0; i < times; i++) {
                int number = ++copies;
                prototype.copy(bulk, ids::next, Map.of(call, call), (table, column, value) -> switch (table + "."
                        + column) {
                    case "application_submission.receipt" -> "D-20990101-%010X".formatted(number);
                    case "project.number" -> "L-2099-%05d".formatted(number);
                    case "history.position", "history.chain_hash", "history.content_digest", "invoice.number" -> null;
                    default -> value;
                });
            }
        }
    }
}
