package dari.feasibility;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.agents.AgentDesk;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.kernel.Role;
import dari.offers.OfferId;
import dari.provisioner.agent.Agents;
import dari.provisioner.count.CountQuestion;
import dari.support.ActAs;
import dari.support.AgentTest;
import dari.support.Marketplace;
import dari.support.People;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;

/** A startup asks, a real agent counts the demonstration data on the hospital's side, and only tens come out. */
@AgentTest
class FeasibilityIntegrationTests {

    private static final Path DEMO = Path.of("../sandbox-provisioner/src/demo").toAbsolutePath();

    /** The most frequent diagnosis of the demonstration data, and one that nobody has. */
    private static final String FREQUENT = "40481087";

    private static final String NOBODY = "1";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Marketplace marketplace;

    @Autowired
    Feasibility feasibility;

    @Autowired
    AgentDesk agents;

    @Autowired
    History history;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path state;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private Path policy;
    private ActAs steward;
    private ActAs startup;
    private OfferId offer;

    @BeforeEach
    void aHospitalWithAnAgentAndAnOffer() {
        ActAs office = people.aHospital();
        steward = people.colleagueOf(office, Role.HOSPITAL_STEWARD);
        startup = people.aStartup();
        offer = marketplace.published(office, anOffer("외래 코호트", healthTerms()));
        policy = DEMO.resolve("hospitals/neoul/policy.yaml");
        Agents.enrol(
                "http://localhost:" + port,
                steward.get(() -> agents.issueCode()).text(),
                state.resolve("credentials.json"));
        round();
    }

    @AfterEach
    void leaveNoOfferInTheListsOfOthers() {
        marketplace.withdrawOffers();
    }

    @Test
    void countedAtTheHospitalRoundedAndTheSameForEverybodyAfterwards() throws Exception {
        UUID many = ask(startup, question("F", FREQUENT));
        assertThat(show(startup, many).status()).isEqualTo(FeasibilityStatus.ASKED);
        round();
        FeasibilityView counted = show(startup, many);
        assertThat(counted.status()).as(log.toString(StandardCharsets.UTF_8)).isEqualTo(FeasibilityStatus.ANSWERED);
        assertThat(counted.persons()).isGreaterThan(100).matches(persons -> persons % 10 == 0);

        UUID few = ask(startup, question(null, NOBODY));
        round();
        assertThat(show(startup, few).status()).isEqualTo(FeasibilityStatus.ANSWERED);
        assertThat(show(startup, few).persons()).isNull();

        ActAs another = people.aStartup();
        UUID again = ask(another, question("F", FREQUENT));
        assertThat(show(another, again).status()).as("without any job").isEqualTo(FeasibilityStatus.ANSWERED);
        assertThat(show(another, again).persons()).isEqualTo(counted.persons());

        assertThat(steward.get(() -> feasibility.ofMyHospital(0, 10)).getContent())
                .extracting(FeasibilityView::id)
                .containsExactly(again, few, many);
        assertThat(history.of(List.of(offer.value())))
                .extracting(HistoryLine::action)
                .contains("feasibility.asked", "feasibility.answered");
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/startup/offers/{id}/feasibility", offer.value())
                            .param("lang", language)
                            .with(startup.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(FREQUENT)))
                    .andExpect(content().string(not(containsString("??"))));
            mvc.perform(get("/hospital/feasibility").param("lang", language).with(steward.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(containsString(startup.organization().name(Locale.forLanguageTag(language)))))
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(get("/startup/offers/{id}/feasibility", offer.value())
                        .param("lang", "en")
                        .with(startup.signedIn()))
                .andExpect(content().string(containsString("fewer than 10")));
    }

    @Test
    void aHospitalWhosePolicyDoesNotOpenTheSourceAnswersNothing() throws Exception {
        policy = Files.writeString(
                state.resolve("policy.yaml"), "leastK: 5\nmostSuppression: 0.2\nforbiddenColumns: []\n");
        UUID asked = ask(startup, question("F", FREQUENT));
        round();
        assertThat(show(startup, asked).status()).isEqualTo(FeasibilityStatus.REFUSED);
        assertThat(show(startup, asked).problem()).isEqualTo("policy.count");
        mvc.perform(get("/startup/offers/{id}/feasibility", offer.value())
                        .param("lang", "en")
                        .with(startup.signedIn()))
                .andExpect(content().string(containsString("has not opened this dataset")));
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/hospital/agents").param("lang", language).with(steward.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    private UUID ask(ActAs asker, CountQuestion question) {
        return asker.get(() -> feasibility.ask(offer, question));
    }

    private FeasibilityView show(ActAs asker, UUID id) {
        return asker.get(() -> feasibility.mine(offer)).stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static CountQuestion question(@Nullable String sex, String diagnosis) {
        return new CountQuestion(1, null, null, null, sex, List.of(diagnosis), null, null, null);
    }

    private void round() {
        Agents.round(
                state.resolve("credentials.json"),
                DEMO.resolve("hospitals/neoul/sources.yaml"),
                policy,
                state,
                new PrintStream(log, true, StandardCharsets.UTF_8),
                Clock.systemUTC());
    }
}
