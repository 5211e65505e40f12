package dari.introductions;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.kernel.IdBytes;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.matching.permission.Term;
import dari.needs.NeedId;
import dari.offers.OfferId;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Letters;
import dari.support.Marketplace;
import dari.support.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class IntroductionTests {

    @Autowired
    Introductions introductions;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    Letters letters;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs hospital;
    private OfferId offer;
    private NeedId need;

    @BeforeEach
    void twoSides() {
        startup = people.aStartup();
        hospital = people.aHospital();
        offer = marketplace.published(hospital, anOffer("당뇨병 코호트", healthTerms()));
        need = marketplace.published(startup, aNeed("재입원 예측"));
    }

    @Test
    void interestAnswerAndConversation() throws Exception {
        IntroductionId id = startup.get(() -> introductions.declare(offer, need));
        assertThat(startup.get(() -> introductions.declare(offer, need))).isEqualTo(id);
        assertThat(letters.linkTo(hospital.email())).isEqualTo("/introductions/" + id.value());
        assertThatThrownBy(() -> startup.run(() -> introductions.write(id, "안녕하세요", "ko")))
                .isInstanceOf(RuleBrokenException.class);

        hospital.run(() -> introductions.accept(id));
        startup.run(() -> introductions.write(id, "안녕하세요", "ko"));
        hospital.run(() -> introductions.write(id, "Hello", "en"));
        assertThat(startup.get(() -> introductions.thread(id)))
                .extracting(ShownMessage::body)
                .containsExactly("안녕하세요", "Hello");
        assertThat(introductions.mutualOf(startup.organization().id()))
                .extracting(IntroductionView::id)
                .containsExactly(id);
        mvc.perform(get("/introductions/{id}", id.value()).with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<p lang=\"en\">Hello</p>")));
        mvc.perform(get("/introductions").with(hospital.signedIn())).andExpect(status().isOk());
    }

    @Test
    void interestThatNobodyAnsweredInTimeIsOver() {
        IntroductionId late = startup.get(() -> introductions.declare(offer, need));
        NeedId other = marketplace.published(startup, aNeed("다른 예측"));
        IntroductionId waiting = startup.get(() -> introductions.declare(offer, other));
        database.sql("UPDATE introduction SET answer_due = '2020-01-01' WHERE id = :id")
                .param("id", IdBytes.of(late.value()))
                .update();
        introductions.expireUnanswered();
        assertThat(startup.get(() -> introductions.show(late)).status()).isEqualTo(IntroductionStatus.EXPIRED);
        assertThat(startup.get(() -> introductions.show(waiting)).status()).isEqualTo(IntroductionStatus.INTERESTED);
    }

    @Test
    void aDeniedUseIsNotIntroduced() {
        OfferId closed =
                marketplace.published(hospital, anOffer("닫힘", healthTerms().with(Term.AI_TRAIN, false)));
        assertThatThrownBy(() -> startup.run(() -> introductions.declare(closed, need)))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("introductions.rule.denied"));
    }

    @Test
    void onlyTheTwoSidesSeeItAndOnlyTheOfficeAnswers() throws Exception {
        IntroductionId id = startup.get(() -> introductions.declare(offer, need));
        for (ActAs stranger : new ActAs[] {people.aStartup(), people.aHospital()}) {
            mvc.perform(get("/introductions/{id}", id.value()).with(stranger.signedIn()))
                    .andExpect(status().isNotFound());
        }
        assertThatThrownBy(() -> people.aHospital().run(() -> introductions.accept(id)))
                .isInstanceOf(NotFoundException.class);
        ActAs board = people.colleagueOf(hospital, Role.HOSPITAL_BOARD);
        assertThatThrownBy(() -> board.run(() -> introductions.accept(id))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void refusesPatientsDataAtTheFieldAndKeepsTheText() throws Exception {
        IntroductionId id = startup.get(() -> introductions.declare(offer, need));
        hospital.run(() -> introductions.accept(id));
        mvc.perform(post("/introductions/{id}/messages", id.value())
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("lang", "en")
                        .param("body", "환자 ８００１０１－１２３４５６７ 확인 부탁드립니다"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("resident registration number")))
                .andExpect(content().string(containsString("８００１０１－１２３４５６７")));
        assertThat(startup.get(() -> introductions.thread(id))).isEmpty();
    }

    @Test
    void aDeclineNeedsItsReasonAndTheStartupReadsIt() throws Exception {
        IntroductionId id = startup.get(() -> introductions.declare(offer, need));
        mvc.perform(post("/introductions/{id}/decline", id.value())
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("reason", " "))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("까닭을 한 문장이라도")));
        hospital.run(() -> introductions.decline(id, "이번 분기는 자리가 없습니다"));
        mvc.perform(get("/introductions/{id}", id.value()).with(startup.signedIn()))
                .andExpect(content().string(containsString("이번 분기는 자리가 없습니다")));
        assertThatThrownBy(() -> hospital.run(() -> introductions.accept(id))).isInstanceOf(RuleBrokenException.class);
    }
}
