package dari.handovers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
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
import dari.notifications.Notifications;
import dari.notifications.ShownNotice;
import dari.organizations.TeamKeeping;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class HandoverTests {

    @Autowired
    Handovers handovers;

    @Autowired
    Introductions introductions;

    @Autowired
    Notifications notifications;

    @Autowired
    TeamKeeping keeping;

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs office;
    private ActAs clinician;
    private IntroductionId talk;

    @BeforeEach
    void twoWhoTalk() {
        startup = people.aStartup();
        office = people.aHospital();
        clinician = people.colleagueOf(office, Role.HOSPITAL_CLINICIAN);
        talk = journey.introduced(startup, office);
    }

    @Test
    void theNextOneIsToldAndHearsWhatIsWritten() throws Exception {
        mvc.perform(post("/introductions/{id}/handover", talk.value())
                        .with(office.signedIn())
                        .with(csrf())
                        .param("colleague", user(clinician).value().toString())
                        .param("note", "예산을 먼저 물어봐 주세요"))
                .andExpect(redirectedUrl("/introductions/" + talk.value()));
        assertThat(notices(clinician)).containsExactly("handovers.notice.given");
        assertThat(startup.get(() -> handovers.of(talk)).orElseThrow().by()).isEqualTo(user(clinician));

        startup.run(() -> introductions.write(talk, "안녕하세요", "ko"));
        await().until(() -> notices(clinician).contains("introductions.notice.wrote"));
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/introductions/{id}", talk.value())
                            .param("lang", language)
                            .with(office.signedIn()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("예산을 먼저 물어봐 주세요")))
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(get("/introductions/{id}", talk.value()).with(startup.signedIn()))
                .andExpect(content().string(containsString("병원 담당자")))
                .andExpect(content().string(not(containsString("예산을 먼저"))));
        assertThat(office.get(() -> introductions.history(talk)))
                .anyMatch(line -> line.action().equals("introduction.handedOver"));
    }

    @Test
    void onlyTheOfficeHandsOnAndOnlyToWhoSpeaksForTheHospital() {
        UserId steward =
                people.colleagueOf(office, Role.HOSPITAL_STEWARD).actor().user();
        UserId stranger = people.aHospital().actor().user();
        for (UserId nobody : List.of(steward, stranger, user(startup))) {
            assertThatThrownBy(() -> office.run(() -> handovers.hand(talk, nobody, "")))
                    .isInstanceOf(NotFoundException.class);
        }
        for (ActAs other : List.of(startup, clinician)) {
            assertThatThrownBy(() -> other.run(() -> handovers.hand(talk, user(clinician), "")))
                    .isInstanceOf(AccessDeniedException.class);
        }
        ActAs elsewhere = people.aHospital();
        assertThatThrownBy(() -> elsewhere.run(() -> handovers.hand(talk, user(elsewhere), "")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> office.run(() -> handovers.hand(talk, user(clinician), "환자 900101-1234568")))
                .isInstanceOf(RuleBrokenException.class);
        assertThat(office.get(() -> handovers.of(talk))).isEmpty();
    }

    @Test
    void whoLeavesTheHospitalHoldsNothingAnyMore() {
        office.run(() -> handovers.hand(talk, user(clinician), ""));
        assertThatThrownBy(() -> office.run(() -> handovers.hand(talk, user(clinician), "")))
                .hasMessage("handovers.rule.same");
        office.run(() -> keeping.remove(user(clinician)));
        assertThat(startup.get(() -> handovers.of(talk))).isEmpty();
        office.run(() -> handovers.hand(talk, user(office), ""));
        assertThat(startup.get(() -> handovers.of(talk)).orElseThrow().by()).isEqualTo(user(office));
    }

    private List<String> notices(ActAs person) {
        return person.get(() -> notifications.showMine(0)).getContent().stream()
                .map(ShownNotice::messageKey)
                .toList();
    }

    private static UserId user(ActAs person) {
        return person.actor().user();
    }
}
