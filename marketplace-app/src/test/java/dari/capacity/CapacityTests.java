package dari.capacity;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import dari.offers.OfferId;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** What a hospital offers against what it promises: two places a quarter, four clinician hours a month. */
@DariTest
class CapacityTests {

    @Autowired
    Capacity capacity;

    @Autowired
    Burden burden;

    @Autowired
    Introductions introductions;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    private ActAs hospital;
    private UserId clinician;
    private OfferId offer;

    @BeforeEach
    void anOfferAndAClinician() {
        hospital = people.aHospital();
        clinician =
                people.colleagueOf(hospital, Role.HOSPITAL_CLINICIAN).actor().user();
        offer = marketplace.published(hospital, anOffer("코호트", healthTerms()));
    }

    @AfterEach
    void leaveNoOfferInTheListsOfOthers() {
        marketplace.withdrawOffers();
    }

    @Test
    void hoursPromisedAreWeighedAgainstHoursOffered() throws Exception {
        IntroductionId talk = accepted();
        hospital.run(() -> {
            capacity.offer(clinician, 4);
            capacity.promise(talk, clinician, 3);
        });
        assertThat(load().promised()).isEqualTo(3);
        assertThat(load().isOver()).isFalse();
        hospital.run(() -> capacity.promise(talk, clinician, 6));
        assertThat(load().isOver()).isTrue();
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/hospital/capacity").param("lang", language).with(hospital.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(language.equals("en") ? "Too much" : "넘침")))
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(post("/introductions/{id}/clinician", talk.value())
                        .param("clinician", clinician.value().toString())
                        .param("hours", "0")
                        .with(hospital.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl("/introductions/" + talk.value()));
        assertThat(load().promised()).isZero();
    }

    @Test
    void onlyTheOfficePromisesItsOwnCliniciansToItsOwnConversations() {
        IntroductionId talk = accepted();
        ActAs other = people.aHospital();
        assertThatThrownBy(() -> other.run(() -> capacity.promise(talk, clinician, 1)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        hospital.run(() -> capacity.promise(talk, other.actor().user(), 1)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> hospital.run(() -> capacity.offer(clinician, 201)))
                .isInstanceOf(RuleBrokenException.class);
        ActAs steward = people.colleagueOf(hospital, Role.HOSPITAL_STEWARD);
        assertThatThrownBy(() -> steward.run(() -> capacity.offer(clinician, 1)))
                .isInstanceOf(AccessDeniedException.class);
        IntroductionId waiting = declared(people.aStartup());
        assertThatThrownBy(() -> hospital.run(() -> capacity.promise(waiting, clinician, 1)))
                .as("nobody agreed yet")
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void acceptingMoreThanIsOfferedIsWarnedOfBeforeItIsDone() throws Exception {
        accepted();
        IntroductionId second = declared(people.aStartup());
        assertThat(page(second)).doesNotContain("Accepting exceeds");
        hospital.run(() -> introductions.accept(second));
        IntroductionId third = declared(people.aStartup());
        assertThat(page(third)).contains("This offer has 2 places this quarter and 2 are taken");
        hospital.run(() -> {
            capacity.offer(clinician, 5);
            capacity.promise(second, clinician, 3);
        });
        assertThat(page(third)).contains("Of 5 clinician hours offered a month, 3 are promised");
        mvc.perform(get("/offers/{id}", offer.value()).param("lang", "en"))
                .andExpect(content().string(containsString("All 2 places of this quarter are taken")));
        hospital.run(() -> introductions.accept(third));
        assertThat(hospital.get(() -> capacity.places(0, 20).getContent())
                        .get(0)
                        .used())
                .isEqualTo(3);
    }

    @Test
    void figuresByQuarterOnThePageAndAsAFile() throws Exception {
        accepted();
        IntroductionId declined = declared(people.aStartup());
        hospital.run(() -> introductions.decline(declined, "지금은 어렵습니다"));
        declared(people.aStartup());
        List<QuarterFigures> quarters = hospital.get(() -> burden.quarters());
        QuarterFigures now = quarters.get(quarters.size() - 1);
        assertThat(quarters).hasSize(6);
        assertThat(now.requests()).isEqualTo(3);
        assertThat(now.accepted()).isEqualTo(1);
        assertThat(now.declined()).isEqualTo(1);
        assertThat(now.medianAnswerHours()).isZero();
        assertThat(quarters.get(0).requests()).isZero();
        String file = mvc.perform(get("/hospital/capacity/figures.csv")
                        .param("lang", "en")
                        .with(hospital.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(file)
                .contains("Quarter,Interest,Median hours to answer")
                .contains(now.name() + ",3,0,1,1,0,0,0,0,0,");
    }

    private ClinicianLoad load() {
        return hospital.get(() -> capacity.load()).get(0);
    }

    private IntroductionId accepted() {
        IntroductionId talk = declared(people.aStartup());
        hospital.run(() -> introductions.accept(talk));
        return talk;
    }

    private IntroductionId declared(ActAs startup) {
        return startup.get(() -> introductions.declare(offer, marketplace.published(startup, aNeed("재입원 예측"))));
    }

    private String page(IntroductionId talk) throws Exception {
        return mvc.perform(get("/introductions/{id}", talk.value())
                        .param("lang", "en")
                        .with(hospital.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
