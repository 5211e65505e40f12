package dari.discovery;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.kernel.NotFoundException;
import dari.matching.permission.Term;
import dari.needs.NeedId;
import dari.offers.IndexTailer;
import dari.offers.OfferId;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class SearchTests {

    @Autowired
    Discovery discovery;

    @Autowired
    IndexTailer index;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    @Test
    void showsTheVerdictReasonsAndTheWayOutInBothLanguages() throws Exception {
        ActAs hospital = people.aHospital();
        marketplace.published(hospital, anOffer("열린 당뇨병 코호트", healthTerms()));
        OfferId closed = marketplace.published(
                hospital, anOffer("닫힌 당뇨병 코호트", healthTerms().with(Term.AI_TRAIN, false)));
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("당뇨병 재입원 예측"));
        index.follow();

        mvc.perform(get("/startup/search").param("lang", "ko").with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("열린 당뇨병 코호트")))
                .andExpect(content().string(containsString("보건의료 연구가 허용된 자료입니다")))
                .andExpect(content().string(containsString("병원이 받아들이지 않는 용도: 모델 학습")))
                .andExpect(content().string(containsString("한 가지만 바꾸면 맞습니다.")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/startup/search")
                        .param("lang", "en")
                        .param("need", need.value().toString())
                        .param("adjust", closed.value().toString())
                        .with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("With one change")))
                .andExpect(content().string(containsString("Leave out: training models")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/startup/search")
                        .param("lang", "en")
                        .param("verdict", "deny")
                        .with(startup.signedIn()))
                .andExpect(content().string(containsString("0 offers fit")))
                .andExpect(content().string(containsString("닫힌 당뇨병 코호트 (English)")))
                .andExpect(content().string(not(containsString("열린 당뇨병 코호트 (English)"))));
        mvc.perform(get("/startup/offers/{id}", closed.value()).with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("action=\"/introductions\""))));
    }

    @Test
    void anotherStartupsNeedDoesNotExist() throws Exception {
        NeedId foreign = marketplace.published(people.aStartup(), aNeed("비밀"));
        ActAs other = people.aStartup();
        mvc.perform(get("/startup/search")
                        .param("need", foreign.value().toString())
                        .with(other.signedIn()))
                .andExpect(status().isNotFound());
        assertThatThrownBy(() -> other.run(() -> discovery.need(foreign))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void withoutANeedItSaysWhatToDoFirst() throws Exception {
        mvc.perform(get("/startup/search")
                        .param("lang", "en")
                        .with(people.aStartup().signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("First say what you need")));
    }

    @Test
    void theGaugeStandsOnBothDirections() {
        OfferId offer = marketplace.published(people.aHospital(), anOffer("코호트", healthTerms()));
        ActAs startup = people.aStartup();
        NeedId need = marketplace.published(startup, aNeed("예측"));
        MatchCard card = startup.get(() -> discovery.explain(need, offer));
        assertThat(card.getStretches().stream()
                        .mapToInt(MatchCard.Stretch::points)
                        .sum())
                .isEqualTo(card.match().fit().score());
        assertThat(card.getLeftTop()).isBetween(0.0, 48.0);
    }
}
