package dari.needs;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.kernel.IdBytes;
import dari.offers.OfferId;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class ProfileTests {

    @Autowired
    Needs needs;

    @Autowired
    Introductions introductions;

    @Autowired
    People people;

    @Autowired
    Marketplace marketplace;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void withdraw() {
        marketplace.withdrawOffers();
    }

    @Test
    void aHospitalReadsWhatAStartupSaysOfItsEvidenceTeamAndMoney() throws Exception {
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("재입원 예측"));
        mvc.perform(post("/startup/profile")
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("product", "결마루")
                        .param("intendedUse", "재입원 예측")
                        .param("country", "KR")
                        .param("mfdsClass", "II")
                        .param("stage", "planned")
                        .param("evidence", "reader")
                        .param("leaves", "weights")
                        .param("team", "자료 과학자 세 사람")
                        .param("lacks", "clinical", "regulatory")
                        .param("funding", "granted"))
                .andExpect(status().is3xxRedirection());
        ActAs hospital = people.aHospital();
        OfferId offer = marketplace.published(hospital, anOffer("재입원 자료", healthTerms()));
        IntroductionId interest = startup.get(() -> introductions.declare(offer, need));
        mvc.perform(get("/introductions/{id}", interest.value())
                        .param("lang", "en")
                        .with(hospital.signedIn()))
                .andExpect(content().string(containsString("Why it fits, or does not")))
                .andExpect(content().string(containsString("class=\"reasons\"")))
                .andExpect(content().string(containsString("Reader study")))
                .andExpect(content().string(containsString("Model weights")))
                .andExpect(content().string(containsString("자료 과학자 세 사람")))
                .andExpect(content().string(containsString("Voucher granted")))
                .andExpect(content().string(not(containsString("??"))));
        hospital.run(() -> introductions.decline(interest, "자료를 줄 수 없습니다"));
        mvc.perform(get("/introductions/{id}", interest.value())
                        .param("lang", "en")
                        .with(hospital.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("자료 과학자 세 사람"))))
                .andExpect(content().string(not(containsString("Voucher granted"))));
        mvc.perform(post("/startup/profile")
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("product", "결마루")
                        .param("intendedUse", "재입원 예측")
                        .param("country", "KR")
                        .param("mfdsClass", "")
                        .param("stage", "none")
                        .param("lacks", "anything"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("error-summary")));
    }

    @Test
    void aProfileThatWasKeptBeforeIsStillRead() {
        ActAs startup = people.aStartup();
        marketplace.published(startup, aNeed("재입원 예측"));
        database.sql("UPDATE startup_profile SET content = :content WHERE organization = :id")
                .param(
                        "content",
                        "{\"product\": \"옛것\", \"intendedUse\": \"예측\", \"forProfit\": true, \"country\": \"KR\","
                                + " \"mfdsClass\": \"\", \"stage\": \"none\", \"specialty\": \"\", \"gives\": []}")
                .param("id", IdBytes.of(startup.organization().id().value()))
                .update();
        assertThat(startup.get(() -> needs.myProfile()).background()).isEqualTo(StartupBackground.UNSAID);
    }
}
