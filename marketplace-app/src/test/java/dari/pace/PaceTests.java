package dari.pace;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.introductions.Introductions;
import dari.needs.NeedId;
import dari.offers.OfferId;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import dari.workspace.Pace;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class PaceTests {

    @Autowired
    Paces paces;

    @Autowired
    People people;

    @Autowired
    Marketplace marketplace;

    @Autowired
    Introductions introductions;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void withdraw() {
        marketplace.withdrawOffers();
    }

    @Test
    void clocksSayWhatTheHospitalNeededOnceItAnsweredOftenEnough() throws Exception {
        ActAs hospital = people.aHospital();
        UUID holder = hospital.organization().id().value();
        OfferId offer = marketplace.published(hospital, anOffer("시간을 재는 자료", healthTerms()));
        ActAs startup = people.aStartup();
        for (int answered = 1; answered < Paces.LEAST_CASES; answered++) {
            answer(startup, hospital, offer, answered);
        }
        paces.count();
        assertThat(paces.of(Step.INTEREST_ANSWER, holder)).isNull();

        answer(startup, hospital, offer, Paces.LEAST_CASES);
        paces.count();

        Pace pace = paces.of(Step.INTEREST_ANSWER, holder);
        assertThat(pace).isNotNull();
        assertThat(pace.cases()).isEqualTo(Paces.LEAST_CASES);
        NeedId waiting = marketplace.published(startup, aNeed("기다리는 것"));
        startup.run(() -> introductions.declare(offer, waiting));
        mvc.perform(get("/home").param("lang", "en").with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("median of the last 5 cases: 1 d")));
        mvc.perform(get("/register/times").param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The hospital answers an interest")));
        mvc.perform(get("/register/times/times.csv")).andExpect(content().string(containsString("INTEREST_ANSWER,")));
    }

    private void answer(ActAs startup, ActAs hospital, OfferId offer, int number) {
        NeedId need = marketplace.published(startup, aNeed("찾는 것 " + number));
        var introduction = startup.get(() -> introductions.declare(offer, need));
        hospital.run(() -> introductions.decline(introduction, "이번 분기에는 자리가 없습니다"));
    }
}
