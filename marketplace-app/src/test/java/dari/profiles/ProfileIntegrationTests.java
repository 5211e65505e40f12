package dari.profiles;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.agents.AgentDesk;
import dari.agents.CarriedWork;
import dari.agents.JobStatus;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.offers.OfferId;
import dari.provisioner.Refused;
import dari.provisioner.Sha256;
import dari.provisioner.agent.Agents;
import dari.provisioner.agent.Protocol;
import dari.provisioner.profile.Coarsening;
import dari.provisioner.profile.Profile;
import dari.provisioner.profile.ProfileLimits;
import dari.support.ActAs;
import dari.support.AgentTest;
import dari.support.Marketplace;
import dari.support.People;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** A hospital shows what its data look like: by its real agent, on the demonstration data, online and carried. */
@AgentTest
class ProfileIntegrationTests {

    private static final Path DEMO = Path.of("../sandbox-provisioner/src/demo").toAbsolutePath();

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Marketplace marketplace;

    @Autowired
    DatasetProfiles profiles;

    @Autowired
    AgentDesk agents;

    @Autowired
    CarriedWork carried;

    @Autowired
    History history;

    @Autowired
    MockMvc mvc;

    @TempDir
    Path state;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private Path sources;
    private ActAs office;
    private ActAs steward;
    private OfferId offer;

    @BeforeEach
    void aHospitalWithAnAgentAndAnOffer() {
        office = people.aHospital();
        steward = people.colleagueOf(office, Role.HOSPITAL_STEWARD);
        offer = marketplace.published(office, anOffer("외래 코호트", healthTerms()));
        sources = DEMO.resolve("hospitals/neoul/sources.yaml");
        Agents.enrol(
                "http://localhost:" + port,
                steward.get(() -> agents.issueCode()).text(),
                state.resolve("credentials.json"));
        round();
    }

    @Test
    void madeByTheAgentCoarsenedAndSignedByTheStewardItIsShownToTheLetter() throws Exception {
        UUID id = steward.get(() -> profiles.ask("omop"));
        assertThatThrownBy(() -> steward.run(() -> profiles.ask("omop"))).isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> steward.run(() -> profiles.sign(id, Coarsening.NONE, "박담온")))
                .as("nothing has come yet")
                .isInstanceOf(RuleBrokenException.class);
        round();
        assertThat(show(id).status()).as(log.toString(StandardCharsets.UTF_8)).isEqualTo(ProfileStatus.RECEIVED);
        mvc.perform(get("/offers/{id}", offer.value()).param("lang", "en"))
                .andExpect(content().string(not(containsString("What the data look like"))));

        Profile made = steward.get(() -> profiles.preview(id, Coarsening.NONE)).orElseThrow();
        ProfileLimits.require(made);
        for (String language : List.of("ko", "en")) {
            for (String page : List.of("/hospital/profiles", "/hospital/profiles/" + id, "/hospital/agents", "/home")) {
                mvc.perform(get(page).param("lang", language).with(steward.signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))));
            }
        }
        mvc.perform(post("/hospital/profiles/{id}/signature", id)
                        .with(steward.signedIn())
                        .with(csrf())
                        .param("lang", "en")
                        .param("hiddenColumns", "person.YEAR_OF_BIRTH")
                        .param("name", " "))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Give your name")))
                .andExpect(content()
                        .string(matchesPattern("(?s).*value=\"person.YEAR_OF_BIRTH\"[^>]*checked=\"checked\".*")));
        assertThatThrownBy(() -> office.run(() -> profiles.sign(id, Coarsening.NONE, "한지우")))
                .isInstanceOf(AccessDeniedException.class);

        Coarsening coarsening = new Coarsening(Set.of("person.YEAR_OF_BIRTH"), Set.of("person.gender_concept_id"));
        steward.run(() -> profiles.sign(id, coarsening, "박담온"));
        assertThat(show(id).status()).isEqualTo(ProfileStatus.SIGNED);
        String file = profiles.file(offer);
        assertThat(Sha256.hex(file.getBytes(StandardCharsets.UTF_8))).isEqualTo(show(id).hash());
        assertThat(file).contains("GENDER_CONCEPT_ID").doesNotContain("YEAR_OF_BIRTH");
        for (ActAs reader : List.of(people.aStartup(), office)) {
            mvc.perform(get("/offers/{id}", offer.value()).param("lang", "en").with(reader.signedIn()))
                    .andExpect(content().string(containsString("What the data look like")))
                    .andExpect(content().string(containsString("condition_occurrence")))
                    .andExpect(content().string(containsString("Made from the schema, not from patients")))
                    .andExpect(content().string(not(containsString("YEAR_OF_BIRTH"))))
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(get("/offers/{id}/samples/person.csv", offer.value()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("GENDER_CONCEPT_ID")))
                .andExpect(content().string(not(containsString("YEAR_OF_BIRTH"))));
        mvc.perform(get("/offers/{id}/samples/secrets.csv", offer.value())).andExpect(status().isNotFound());
        assertThat(history.of(List.of(id)))
                .extracting(HistoryLine::action)
                .containsExactly("dataset.asked", "dataset.profiled", "dataset.signed");

        UUID second = steward.get(() -> profiles.ask("omop"));
        round();
        steward.run(() -> profiles.sign(second, Coarsening.NONE, "박담온"));
        assertThat(show(id).status()).isEqualTo(ProfileStatus.REPLACED);
        assertThat(profiles.of(offer).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void aBrokenSourceIsNamedByFileAndLineAndNothingLeaves() throws Exception {
        Path broken = Files.createDirectories(state.resolve("broken"));
        Files.writeString(broken.resolve("person.csv"), "id,year\n1,1980\n2,\"19\n");
        sources = Files.writeString(state.resolve("sources.yaml"), "sources:\n  omop: broken\n  gone: nowhere\n");
        round();
        for (String source : List.of("omop", "gone")) {
            UUID id = steward.get(() -> profiles.ask(source));
            round();
            assertThat(show(id).status()).isEqualTo(ProfileStatus.FAILED);
            String said = source.equals("gone") ? "gone" : "person.csv:";
            for (String language : List.of("ko", "en")) {
                mvc.perform(get("/hospital/profiles/{id}", id)
                                .param("lang", language)
                                .with(steward.signedIn()))
                        .andExpect(content().string(containsString(said)))
                        .andExpect(content().string(not(containsString(state.toString()))))
                        .andExpect(content().string(not(containsString("??"))));
            }
        }
        UUID again = steward.get(() -> profiles.ask("omop"));
        Files.writeString(broken.resolve("person.csv"), "id,year\n1,1980\n2,1990\n");
        round();
        assertThat(show(again).status()).isEqualTo(ProfileStatus.RECEIVED);
    }

    @Test
    void carriedByHandItIsCheckedAsOnlineAndTakenInOnce() throws IOException {
        UUID id = steward.get(() -> profiles.ask("omop"));
        UUID agent = steward.get(() -> agents.mine()).get(0).id();
        CarriedWork.JobFile job = steward.get(() -> carried.next(agent)).orElseThrow();
        Path in = Files.createDirectories(state.resolve("in"));
        Files.writeString(in.resolve(job.job() + ".job.json"), job.document());
        Path out = state.resolve("out");
        carry(in, out);
        byte[] result = Files.readAllBytes(out.resolve(job.job() + ".result.zip"));

        ActAs otherHospital = people.colleagueOf(people.aHospital(), Role.HOSPITAL_STEWARD);
        assertThatThrownBy(() -> otherHospital.run(() -> carried.takeIn(new ByteArrayInputStream(result))))
                .isInstanceOf(RuleBrokenException.class);
        byte[] cut = java.util.Arrays.copyOf(result, result.length / 2);
        assertThatThrownBy(() -> steward.run(() -> carried.takeIn(new ByteArrayInputStream(cut))))
                .isInstanceOf(RuleBrokenException.class);
        assertThat(show(id).status()).isEqualTo(ProfileStatus.ASKED);
        assertThat(steward.get(() -> carried.takeIn(new ByteArrayInputStream(result))))
                .isEqualTo(Protocol.State.DONE);
        assertThat(show(id).status()).isEqualTo(ProfileStatus.RECEIVED);
        assertThatThrownBy(() -> steward.run(() -> carried.takeIn(new ByteArrayInputStream(result))))
                .as("the same again")
                .isInstanceOf(RuleBrokenException.class);
        assertThatThrownBy(() -> carry(in, out)).as("the job again").isInstanceOf(Refused.class);
    }

    @Test
    void aForgedJobIsRefusedAndTheHospitalReadsIt() throws IOException {
        UUID id = steward.get(() -> profiles.ask("omop"));
        UUID agent = steward.get(() -> agents.mine()).get(0).id();
        CarriedWork.JobFile job = steward.get(() -> carried.next(agent)).orElseThrow();
        Path in = Files.createDirectories(state.resolve("in"));
        Files.writeString(in.resolve("x.job.json"), job.document().replace("omop", "payroll"));
        assertThatThrownBy(() -> carry(in, state.resolve("out"))).isInstanceOf(Refused.class);
        byte[] result = Files.readAllBytes(state.resolve("out/x.result.zip"));
        steward.run(() -> carried.takeIn(new ByteArrayInputStream(result)));
        assertThat(steward.get(() -> agents.refusals()))
                .extracting(AgentDesk.RefusalView::reason)
                .containsExactly(Protocol.RefusalReason.ALTERED);
        assertThat(steward.get(() -> agents.jobs()))
                .extracting(AgentDesk.JobView::status)
                .containsExactly(JobStatus.REFUSED);
        assertThat(show(id).status()).isEqualTo(ProfileStatus.FAILED);
    }

    @Test
    void anotherHospitalsProfileDoesNotExist() {
        UUID id = steward.get(() -> profiles.ask("omop"));
        ActAs stranger = people.colleagueOf(people.aHospital(), Role.HOSPITAL_STEWARD);
        assertThatThrownBy(() -> stranger.run(() -> profiles.show(id))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stranger.run(() -> profiles.sign(id, Coarsening.NONE, "남")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stranger.run(() -> profiles.ask("omop"))).isInstanceOf(NotFoundException.class);
        UUID agent = steward.get(() -> agents.mine()).get(0).id();
        assertThatThrownBy(() -> stranger.run(() -> carried.next(agent))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> people.aStartup().run(() -> profiles.show(id)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private ProfileView show(UUID id) {
        return steward.get(() -> profiles.show(id));
    }

    private void round() {
        Agents.round(state.resolve("credentials.json"), sources, policy(), state, log(), Clock.systemUTC());
    }

    private void carry(Path in, Path out) {
        Agents.carry(in, out, state.resolve("credentials.json"), sources, policy(), state, log(), Clock.systemUTC());
    }

    private static Path policy() {
        return DEMO.resolve("hospitals/neoul/policy.yaml");
    }

    private PrintStream log() {
        return new PrintStream(log, true, StandardCharsets.UTF_8);
    }
}
