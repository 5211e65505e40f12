package dari.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.ApplicationDraft;
import dari.admin.ApplicationText;
import dari.admin.Applications;
import dari.admin.CallBuilder;
import dari.admin.CallContent;
import dari.admin.Calls;
import dari.admin.DraftState;
import dari.admin.Funding;
import dari.admin.eligibility.Declaration;
import dari.admin.forms.LocalText;
import dari.admin.panel.HospitalDatasets;
import dari.admin.panel.HospitalOutcome;
import dari.admin.panel.VoteChoice;
import dari.billing.Billing;
import dari.billing.InvoiceStatus;
import dari.billing.InvoiceView;
import dari.hospitaldecisions.HospitalDecisions;
import dari.introductions.IntroductionId;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** An approved application to two hospitals is one project with a part for each, below one ceiling. */
@DariTest
class ProjectPartTests {

    @Autowired
    Projects projects;

    @Autowired
    AccessGate gate;

    @Autowired
    Billing billing;

    @Autowired
    HospitalDecisions decisions;

    @Autowired
    HospitalDatasets datasets;

    @Autowired
    Calls calls;

    @Autowired
    CallBuilder builder;

    @Autowired
    Applications applications;

    @Autowired
    People people;

    @Autowired
    Journey journey;

    @Autowired
    MockMvc mvc;

    private ActAs administrator;
    private ActAs startup;
    private ActAs hospital;
    private ActAs other;
    private UUID application;

    @BeforeEach
    void anApplicationToTwoHospitals() {
        administrator = people.anAdministrator();
        startup = people.aStartup();
        hospital = people.aHospital();
        other = people.aHospital();
        UUID call = administrator.get(() -> {
            UUID id = calls.draft(
                    new CallContent("공모", "Call", "설명", "About", LocalDate.of(2099, 12, 31), 1_000_000_000L, 20, 1));
            builder.funding(
                    id,
                    new Funding(
                            Map.of(),
                            List.of(new Funding.Track("only", new LocalText("하나", "One"), 5_000_000, 10)),
                            null));
            calls.open(id);
            return id;
        });
        IntroductionId first = journey.introduced(startup, hospital);
        IntroductionId second = journey.introduced(startup, other);
        application = startup.get(() -> {
            UUID id =
                    applications.draft(call, first.value(), new ApplicationText("한 문장 요약", "One sentence", "이익", "계획"));
            ApplicationDraft begun = applications.mine(id).draft();
            applications.keep(
                    id, new ApplicationDraft("only", begun.answers(), Declaration.NONE), new DraftState(0, "w"));
            datasets.add(id, second.value());
            applications.submit(id);
            return id;
        });
        journey.review(administrator, application, 5);
    }

    @Test
    void eachHospitalSeesAndEndsItsOwnPartAndTheCeilingHoldsForAll() throws Exception {
        journey.decided(administrator, application, VoteChoice.APPROVE);
        List<ProjectView> parts = parts(2);
        ProjectView first = parts.get(0);
        ProjectView second = parts.get(1);
        assertThat(first.number()).endsWith("-1");
        assertThat(second.number()).isEqualTo(first.wholeNumber() + "-2");
        assertThat(first.hospital().id()).isEqualTo(hospital.actor().organization());
        assertThat(second.hospital().id()).isEqualTo(other.actor().organization());
        // Each voucher would pay four of five million; the award's ceiling is five million for both together.
        assertThat(invoice(first).voucherWon()).isEqualTo(4_000_000);
        assertThat(invoice(second).voucherWon()).isEqualTo(1_000_000);
        assertThat(invoice(second).ownWon()).isEqualTo(4_500_000);

        assertThat(hospital.get(() -> projects.parts(first.id()))).hasSize(1);
        assertThat(administrator.get(() -> projects.parts(first.id()))).hasSize(2);
        assertThatThrownBy(() -> hospital.run(() -> projects.show(second.id()))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> hospital.run(() -> projects.end(second.id(), "x")))
                .isInstanceOf(NotFoundException.class);
        ActAs steward = people.colleagueOf(hospital, Role.HOSPITAL_STEWARD);
        assertThatThrownBy(() -> steward.run(() -> projects.end(first.id(), "x")))
                .isInstanceOf(AccessDeniedException.class);
        for (String language : List.of("ko", "en")) {
            for (ActAs reader : List.of(startup, hospital, administrator)) {
                mvc.perform(get("/projects/{id}/whole", first.id().value())
                                .param("lang", language)
                                .with(reader.signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(containsString(first.number())))
                        .andExpect(content()
                                .string(
                                        reader == hospital
                                                ? not(containsString(second.number()))
                                                : containsString(second.number())))
                        .andExpect(content().string(not(containsString("??"))));
            }
        }

        mvc.perform(post("/projects/{id}/end", first.id().value())
                        .with(hospital.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("까닭을 1,000자 안으로 적어 주세요")));
        hospital.run(() -> projects.end(first.id(), "임상의가 병원을 떠났습니다"));
        await().until(() -> invoice(first).status() == InvoiceStatus.CANCELLED);
        assertThat(invoice(second).status()).isEqualTo(InvoiceStatus.INVOICED);
        assertThat(gate.check(projects.facts(first.id())).get(0).code()).isEqualTo("ended");
        assertThat(projects.facts(second.id()).status()).isEqualTo(ProjectStatus.PREPARING);
        mvc.perform(get("/projects/{id}", first.id().value()).with(startup.signedIn()))
                .andExpect(content().string(containsString("임상의가 병원을 떠났습니다")));
    }

    @Test
    void aHospitalThatSaidNoHasNoPartThoughTheApplicationWasBegunWithIt() {
        Journey.OpenBallot ballot = journey.ballot(administrator, application);
        decide(hospital, HospitalOutcome.DENIED);
        journey.decided(administrator, ballot, VoteChoice.APPROVE);
        ProjectView only = parts(1).get(0);
        assertThat(only.hospital().id()).isEqualTo(other.actor().organization());
        assertThat(only.isPart()).isFalse();
        assertThat(hospital.get(() -> projects.mine())).isEmpty();
    }

    @Test
    void aHospitalThatAnswersNoLaterTakesOnlyItsOwnPartAway() {
        journey.decided(administrator, application, VoteChoice.APPROVE);
        List<ProjectView> parts = parts(2);
        decide(other, HospitalOutcome.DENIED);
        await().until(() -> projects.facts(parts.get(1).id()).status() == ProjectStatus.ENDED);
        assertThat(projects.facts(parts.get(0).id()).status()).isEqualTo(ProjectStatus.PREPARING);
    }

    private void decide(ActAs office, HospitalOutcome outcome) {
        UUID asked = await().until(() -> office.get(() -> decisions.mine(0)).getContent(), lines -> !lines.isEmpty())
                .get(0)
                .id();
        office.run(() -> decisions.decide(asked, outcome, "지금은 어렵습니다"));
    }

    /** In the order of their numbers. */
    private List<ProjectView> parts(int expected) {
        List<ProjectView> mine =
                await().until(() -> startup.get(() -> projects.mine()), found -> found.size() == expected);
        return startup.get(() -> projects.parts(mine.get(0).id()));
    }

    private InvoiceView invoice(ProjectView part) {
        return await().until(() -> startup.get(() -> billing.of(part.id())), found -> found.isPresent())
                .orElseThrow();
    }
}
