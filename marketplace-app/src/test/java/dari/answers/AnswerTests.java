package dari.answers;

import static dari.support.Marketplace.aNeed;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.introductions.IntroductionId;
import dari.introductions.IntroductionStatus;
import dari.introductions.Introductions;
import dari.introductions.ShownMessage;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@DariTest
class AnswerTests {

    @Autowired
    AnswerTemplates templates;

    @Autowired
    Introductions introductions;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs hospital;
    private IntroductionId introduction;

    @BeforeEach
    void anInterest() {
        startup = people.aStartup();
        hospital = people.aHospital();
        introduction = startup.get(() -> introductions.declare(
                marketplace.published(hospital, anOffer("당뇨병 코호트", healthTerms())),
                marketplace.published(startup, aNeed("재입원 {offer} 예측"))));
    }

    @AfterEach
    void leaveNoOffers() {
        marketplace.withdrawOffers();
    }

    @Test
    void fillsItsPlacesOnceInTheLanguageThatIsChosen() throws Exception {
        AnswerTemplateId id = add(AnswerKind.ACCEPT, "{startup} 반갑습니다. {need}", "Dear {startup}: {offer}, {need}");
        mvc.perform(get("/introductions/{id}", introduction.value())
                        .param("answer", id.value() + ":en")
                        .param("lang", "ko")
                        .with(hospital.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("받아들임: 늘 하는 답 (영어)")))
                .andExpect(content()
                        .string(containsString("Dear " + startup.organization().englishName()
                                + ": 당뇨병 코호트 (English), 재입원 {offer} 예측</textarea>")));

        mvc.perform(post("/introductions/{id}/accept", introduction.value())
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("lang", "ko")
                        .param("message", "Dear you")
                        .param("language", "en"))
                .andExpect(redirectedUrl("/introductions/" + introduction.value()));
        assertThat(startup.get(() -> introductions.thread(introduction)))
                .extracting(ShownMessage::body, ShownMessage::language)
                .containsExactly(tuple("Dear you", "en"));
    }

    @Test
    void aTemplateToDeclineFillsTheReason() throws Exception {
        AnswerTemplateId id = add(AnswerKind.DECLINE, "{hospital}: 자리가 없습니다", "No room");
        mvc.perform(get("/introductions/{id}", introduction.value())
                        .param("answer", id.value() + ":ko")
                        .with(hospital.signedIn()))
                .andExpect(
                        content().string(containsString(hospital.organization().name() + ": 자리가 없습니다</textarea>")));
        for (String nothing : new String[] {"", "x", id.value() + ":de"}) {
            mvc.perform(get("/introductions/{id}", introduction.value())
                            .param("answer", nothing)
                            .with(hospital.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("자리가 없습니다</textarea>"))));
        }
    }

    @Test
    void patientsDataInAFirstMessageIsRefusedAndNothingIsAccepted() throws Exception {
        mvc.perform(post("/introductions/{id}/accept", introduction.value())
                        .with(hospital.signedIn())
                        .with(csrf())
                        .param("lang", "en")
                        .param("message", "환자 800101-1234567"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("resident registration number")))
                .andExpect(content().string(containsString("환자 800101-1234567</textarea>")));
        assertThat(startup.get(() -> introductions.show(introduction)).status())
                .isEqualTo(IntroductionStatus.INTERESTED);
    }

    @Test
    void theOfficeWritesPreviewsChangesAndDeletes() throws Exception {
        for (String language : new String[] {"ko", "en"}) {
            mvc.perform(get("/hospital/answers/new")
                            .param("kind", "DECLINE")
                            .param("lang", language)
                            .with(hospital.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Dear {startup}")))
                    .andExpect(content().string(containsString("{startup} 담당자님")))
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(post("/hospital/answers/new")
                        .with(hospital.signedIn())
                        .with(csrf())
                        .params(form("{startup} 반갑습니다", "Dear {startups}"))
                        .param("action", "preview"))
                .andExpect(content().string(containsString("알 수 없는 자리가 있습니다: {startups}")));
        mvc.perform(post("/hospital/answers/new")
                        .with(hospital.signedIn())
                        .with(csrf())
                        .params(form("{startup} 반갑습니다", "Dear {startup}"))
                        .param("action", "preview"))
                .andExpect(content().string(containsString("새벽노을 반갑습니다")))
                .andExpect(content().string(containsString("Dear Dawnglow")));
        assertThat(hospital.get(() -> templates.mine())).isEmpty();
        mvc.perform(post("/hospital/answers/new")
                        .with(hospital.signedIn())
                        .with(csrf())
                        .params(form("{startup} 반갑습니다", "Dear {startup}")))
                .andExpect(redirectedUrl("/hospital/answers"));
        AnswerTemplateId id = hospital.get(() -> templates.mine()).get(0).id();
        mvc.perform(post("/hospital/answers/{id}", id.value())
                        .with(hospital.signedIn())
                        .with(csrf())
                        .params(form("고친 글", "Changed")))
                .andExpect(redirectedUrl("/hospital/answers"));
        assertThat(hospital.get(() -> templates.mine(id)).content().bodyKo()).isEqualTo("고친 글");
        mvc.perform(get("/hospital/answers").with(hospital.signedIn()))
                .andExpect(content().string(containsString("고친 글")));
        mvc.perform(post("/hospital/answers/{id}/delete", id.value())
                        .with(hospital.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl("/hospital/answers"));
        assertThat(hospital.get(() -> templates.mine())).isEmpty();
    }

    @Test
    void onlyTheOfficeOfTheHospitalKeepsThem() {
        AnswerTemplateId id = add(AnswerKind.ACCEPT, "반갑습니다", "Welcome");
        assertThat(people.colleagueOf(hospital, Role.HOSPITAL_OFFICE).get(() -> templates.mine()))
                .hasSize(1);
        ActAs board = people.colleagueOf(hospital, Role.HOSPITAL_BOARD);
        assertThatThrownBy(() -> board.run(() -> templates.mine())).isInstanceOf(AccessDeniedException.class);
        ActAs other = people.aHospital();
        assertThatThrownBy(() -> other.run(() -> templates.delete(id))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> other.run(() -> templates.fill(id, Locale.KOREAN, Map.of())))
                .isInstanceOf(NotFoundException.class);
    }

    private AnswerTemplateId add(AnswerKind kind, String korean, String english) {
        return hospital.get(() -> templates.add(new AnswerContent(kind, "늘 하는 답", korean, english)));
    }

    private static MultiValueMap<String, String> form(String korean, String english) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("kind", "ACCEPT");
        form.add("name", "늘 하는 답");
        form.add("bodyKo", korean);
        form.add("bodyEn", english);
        return form;
    }
}
