package dari.feasibility;

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

import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.offers.OfferId;
import dari.offers.Offers;
import dari.provisioner.count.CountQuestion;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** Questions about numbers stay few and far apart, and are nobody else's to read but the hospital's. */
@DariTest
class FeasibilityTests {

    @Autowired
    Feasibility feasibility;

    @Autowired
    Offers offers;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    private ActAs hospital;
    private ActAs startup;
    private OfferId offer;

    @BeforeEach
    void anOfferWithData() {
        hospital = people.aHospital();
        startup = people.aStartup();
        offer = marketplace.published(hospital, anOffer("코호트", healthTerms()));
    }

    @AfterEach
    void leaveNoOfferInTheListsOfOthers() {
        marketplace.withdrawOffers();
    }

    @Test
    void aThirdQuestionThatDiffersByOneCriterionIsRefusedAndOneThatDiffersByTwoIsNot() {
        ask(startup, question("F", "E11"));
        ask(startup, question("M", "E11"));
        assertThatThrownBy(() -> ask(startup, question(null, "E11")))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("feasibility.rule.alike"));
        ask(startup, question(null, "I10"));
        ask(startup, question("F", "E11")); // the same again tells nothing new
        assertThat(startup.get(() -> feasibility.left(offer))).isEqualTo(1);
        ask(people.aStartup(), question(null, "E11"));
    }

    @Test
    void theSameDataBehindAnotherOfferAreTheSameData() {
        ask(startup, question("F", "E11"));
        ask(startup, question("M", "E11"));
        OfferId other = marketplace.published(hospital, anOffer("같은 자료의 다른 제안", healthTerms()));
        assertThatThrownBy(() -> startup.get(() -> feasibility.ask(other, question(null, "E11"))))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void aMonthHasFiveQuestions() throws Exception {
        ask(startup, question("F", "A1"));
        ask(startup, question("F", "A2"));
        ask(startup, question("M", "A3"));
        ask(startup, question("M", "A4"));
        ask(startup, question(null, "A5"));
        assertThatThrownBy(() -> ask(startup, question("M", "B9")))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("feasibility.rule.month"));
        mvc.perform(post("/startup/offers/{id}/feasibility", offer.value())
                        .param("lang", "en")
                        .param("sex", "F")
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("used this month&#39;s 5 questions")));
    }

    @Test
    void severalAtTheSameInstantGetNoMoreThanTheMonthHas() throws Exception {
        int asked = 12;
        CountDownLatch together = new CountDownLatch(asked);
        ExecutorService people = Executors.newFixedThreadPool(asked);
        try {
            List<Callable<Boolean>> questions = IntStream.range(0, asked)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        together.countDown();
                        together.await();
                        try {
                            // each differs from every other in two criteria
                            ask(
                                    startup,
                                    new CountQuestion(1, 20 + i, 80, 2026, null, List.of("A" + i), null, null, null));
                            return true;
                        } catch (RuleBrokenException e) {
                            return false;
                        }
                    })
                    .toList();
            int taken = 0;
            for (Future<Boolean> one : people.invokeAll(questions)) {
                taken += one.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(5);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void theFormSaysWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        mvc.perform(post("/startup/offers/{id}/feasibility", offer.value())
                        .param("lang", "en")
                        .param("ageFrom", "60")
                        .param("ageTo", "40")
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(content().string(containsString("second age is below the first")))
                .andExpect(content().string(containsString("value=\"60\"")));
        mvc.perform(post("/startup/offers/{id}/feasibility", offer.value())
                        .param("lang", "en")
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(content().string(containsString("at least one criterion")));
        mvc.perform(post("/startup/offers/{id}/feasibility", offer.value())
                        .param("lang", "en")
                        .param("diagnoses", "E11'; DROP")
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(content().string(containsString("at most 20 codes")));
        assertThat(startup.get(() -> feasibility.mine(offer))).isEmpty();
        mvc.perform(post("/startup/offers/{id}/feasibility", offer.value())
                        .param("diagnoses", "e11, i10")
                        .param("from", "2015-01-01")
                        .param("ageFrom", "40")
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        CountQuestion asked = startup.get(() -> feasibility.mine(offer)).get(0).question();
        assertThat(asked.diagnoses()).containsExactly("E11", "I10");
        assertThat(asked.ageYear()).isNotNull();
    }

    @Test
    void theHospitalSeesEveryQuestionAndNobodyElseDoes() throws Exception {
        ask(startup, question("F", "E11"));
        ActAs steward = people.colleagueOf(hospital, Role.HOSPITAL_STEWARD);
        assertThat(steward.get(() -> feasibility.ofMyHospital(0, 10)).getContent())
                .extracting(FeasibilityView::startup)
                .containsExactly(startup.organization().name(LocaleContextHolder.getLocale()));
        mvc.perform(get("/home").param("lang", "en").with(steward.signedIn()))
                .andExpect(content().string(containsString("has a question about numbers to count")));
        assertThat(people.aHospital().get(() -> feasibility.ofMyHospital(0, 10)))
                .isEmpty();
        assertThat(people.aStartup().get(() -> feasibility.mine(offer))).isEmpty();
        assertThatThrownBy(() -> startup.get(() -> feasibility.ofMyHospital(0, 10)))
                .isInstanceOf(AccessDeniedException.class);
        hospital.run(() -> offers.pause(offer));
        assertThatThrownBy(() -> ask(startup, question("M", "I10"))).isInstanceOf(NotFoundException.class);
    }

    private void ask(ActAs asker, CountQuestion question) {
        asker.run(() -> assertThat(feasibility.ask(offer, question)).isNotNull());
    }

    private static CountQuestion question(@Nullable String sex, String... diagnoses) {
        return new CountQuestion(1, null, null, null, sex, List.of(diagnoses), null, null, null);
    }
}
