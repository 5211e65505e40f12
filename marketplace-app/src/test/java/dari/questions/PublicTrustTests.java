package dari.questions;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dari.admin.checks.DebarmentEntry;
import dari.admin.checks.Debarments;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.kernel.IdBytes;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectView;
import dari.sandboxes.Sandboxes;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.Letters;
import dari.support.People;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What citizens read and ask: questions, hospitals, sanctions. */
@DariTest
class PublicTrustTests {

    @Autowired
    Questions questions;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    Debarments debarments;

    @Autowired
    History history;

    @Autowired
    JdbcClient database;

    @Autowired
    Letters letters;

    @Autowired
    People people;

    @Autowired
    Journey journey;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs office;
    private ProjectView project;

    @BeforeEach
    void aProjectInTheRegister() {
        startup = people.aStartup();
        office = people.aHospital();
        project = inTheRegister("당뇨병 코호트");
    }

    private ProjectView inTheRegister(String title) {
        int before = startup.get(() -> sandboxes.ofMyStartup()).size();
        ProjectView made = journey.project(startup, office, anOffer(title, healthTerms()));
        await().until(() -> startup.get(() -> sandboxes.ofMyStartup()).size() > before);
        database.sql("UPDATE sandbox SET status = 'ACTIVE' WHERE project = :project")
                .param("project", IdBytes.of(made.id().value()))
                .update();
        return made;
    }

    @Test
    void aSidesNameFindsItsEntriesTheNewestFirstAPageAtATime() throws Exception {
        ProjectView newer = inTheRegister("폐암 코호트");
        String name = startup.organization().name();
        mvc.perform(get("/register").param("q", name.toUpperCase(Locale.ROOT)))
                .andExpect(content().string(containsString(newer.number())))
                .andExpect(content().string(containsString(project.number())));
        mvc.perform(get("/register").param("q", name).param("page", "1"))
                .andExpect(content().string(not(containsString(project.number()))));
        mvc.perform(get("/register").param("q", name + " " + newer.number()))
                .andExpect(content().string(not(containsString(project.number()))));

        String first = mvc.perform(get("/api/v1/register").param("q", name).param("limit", "1"))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].number").value(newer.number()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String next = JsonPath.read(first, "$.next");
        mvc.perform(get("/api/v1/register").param("q", name).param("limit", "1").param("cursor", next))
                .andExpect(jsonPath("$.items[0].number").value(project.number()))
                .andExpect(jsonPath("$.next").doesNotExist());
        mvc.perform(get("/api/v1/register").param("limit", "2"))
                .andExpect(jsonPath("$.items[0].number").value(newer.number()))
                .andExpect(jsonPath("$.items[1].number").value(project.number()));
    }

    @Test
    void anyoneAsksAndAPersonPublishesTheAnswer() throws Exception {
        mvc.perform(asking("10.0.0.1", "QUESTION", "왜 이 자료가 필요한가요?").param("email", "citizen@example.org"))
                .andExpect(status().is3xxRedirection());
        UUID id = office.get(() -> questions.mine(0, 10)).getContent().get(0).id();
        mvc.perform(get("/register/{id}/questions", project.id().value()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("왜 이 자료가"))))
                .andExpect(content().string(containsString("답을 기다리는 질문: 1건")));
        mvc.perform(get("/hospital/questions/{id}", id).with(office.signedIn()))
                .andExpect(content().string(containsString("왜 이 자료가")))
                .andExpect(content().string(not(containsString("citizen@example.org"))));
        ActAs stranger = people.aHospital();
        assertThatThrownBy(() -> stranger.run(() -> questions.answer(id, "모릅니다")))
                .isInstanceOf(NotFoundException.class);
        mvc.perform(post("/hospital/questions/{id}", id)
                        .with(office.signedIn())
                        .with(csrf())
                        .param("answer", "재입원을 줄이려고 합니다")
                        .param("decision", "publish"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/register/{id}", project.id().value()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("재입원을 줄이려고 합니다")))
                .andExpect(content().string(not(containsString("citizen@example.org"))));
        mvc.perform(get("/register/questions").param("q", project.number() + " 재입원을"))
                .andExpect(content().string(containsString("왜 이 자료가")));
        mvc.perform(get("/register/questions/questions.json"))
                .andExpect(jsonPath("$[?(@.id == '" + id + "')].answer").value("재입원을 줄이려고 합니다"));
        mvc.perform(get("/register/questions/questions.csv"))
                .andExpect(content().string(containsString(project.number())));
        mvc.perform(get("/register/questions/questions.atom"))
                .andExpect(content().string(containsString("urn:uuid:" + id)));
        assertThat(history.of(List.of(id)))
                .extracting(HistoryLine::note)
                .containsExactly("왜 이 자료가 필요한가요?", "재입원을 줄이려고 합니다");
        assertThat(letters.textTo("citizen@example.org")).contains(project.number());
        assertThat(database.sql("SELECT COUNT(*) FROM public_question WHERE email IS NOT NULL AND id = :id")
                        .param("id", IdBytes.of(id))
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> office.run(() -> questions.answer(id, "다시"))).isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void whatXmlCannotHoldKeepsTheFeedFromNobody() throws Exception {
        mvc.perform(asking("10.0.0.4", "QUESTION", "왜\u0001 <b>이</b> 자료\uffff인가요?"))
                .andExpect(status().is3xxRedirection());
        UUID id = office.get(() -> questions.mine(0, 10)).getContent().get(0).id();
        office.run(() -> questions.answer(id, "필요합니다"));
        mvc.perform(get("/register/questions/questions.atom"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("왜 &lt;b&gt;이&lt;/b&gt; 자료인가요?")));
    }

    @Test
    void anIpv6LineIsOneHoweverManyAddressesItHas() {
        AskingLimits limits = new AskingLimits();
        for (int i = 1; i <= 5; i++) {
            assertThat(limits.allows("2001:db8:0:1::" + i)).isTrue();
        }
        assertThat(limits.allows("2001:db8:0:1:ffff:0:0:9")).isFalse();
        assertThat(limits.allows("2001:db8:0:2::1")).isTrue();
    }

    @Test
    void machinesFloodsAndRegistrationNumbersAreNotHeard() throws Exception {
        mvc.perform(asking("10.0.0.2", "QUESTION", "싸게 팝니다").param("website", "https://spam.example"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(asking("10.0.0.2", "OBJECTION", "제 번호는 900101-1234567 입니다")).andExpect(status().isOk());
        assertThat(office.get(() -> questions.mine(0, 10)).getContent()).isEmpty();
        for (int i = 0; i < 4; i++) {
            mvc.perform(asking("10.0.0.2", "OBJECTION", "반대합니다 " + i)).andExpect(status().is3xxRedirection());
        }
        mvc.perform(asking("10.0.0.2", "OBJECTION", "한 번 더").param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("as many questions as one hour allows")))
                .andExpect(content().string(containsString("한 번 더")));
        assertThat(office.get(() -> questions.mine(0, 10)).getContent()).hasSize(4);
        UUID id = office.get(() -> questions.mine(0, 10)).getContent().get(0).id();
        people.anAdministrator().run(() -> questions.decline(id, "같은 글입니다"));
        mvc.perform(get("/register/{id}/questions", project.id().value()))
                .andExpect(content().string(not(containsString("같은 글입니다"))));
        mvc.perform(post("/register/{id}/questions", UUID.randomUUID())
                        .with(csrf())
                        .with(from("10.0.0.3"))
                        .param("kind", "QUESTION")
                        .param("text", "어디인가요"))
                .andExpect(status().isNotFound());
    }

    @Test
    void eachHospitalSaysHowAPatientIsLeftOut() throws Exception {
        UUID hospital = office.organization().id().value();
        mvc.perform(get("/register/hospitals/{id}", hospital))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("아직 방법을 적지 않았습니다")))
                .andExpect(content().string(containsString(project.number())));
        ActAs clinician = people.colleagueOf(office, Role.HOSPITAL_CLINICIAN);
        mvc.perform(writing().with(clinician.signedIn())).andExpect(status().isForbidden());
        mvc.perform(writing().with(office.signedIn())).andExpect(status().is3xxRedirection());
        mvc.perform(get("/register/hospitals/{id}", hospital).param("lang", "en"))
                .andExpect(content().string(containsString("Call the privacy office")))
                .andExpect(content().string(containsString("033-000-0000")));
        mvc.perform(get("/register/hospitals").param("q", office.organization().name()))
                .andExpect(content().string(containsString("지금 쓰는 과제: 1")));
        mvc.perform(get("/register/hospitals/hospitals.json"))
                .andExpect(jsonPath("$[?(@.id == '" + hospital + "')].running").value(1));
        mvc.perform(get("/register/hospitals/{id}", startup.organization().id().value()))
                .andExpect(status().isNotFound());
    }

    @Test
    void whatAHospitalPublishedStaysReadableWithItsVersion() throws Exception {
        UUID hospital = office.organization().id().value();
        mvc.perform(writing().with(office.signedIn())).andExpect(status().is3xxRedirection());
        mvc.perform(writing().with(office.signedIn())).andExpect(status().is3xxRedirection());
        mvc.perform(get("/register/hospitals/{id}", hospital).param("lang", "en"))
                .andExpect(content().string(containsString("Version 1, from")))
                .andExpect(content().string(not(containsString("All versions"))));
        mvc.perform(writing("Write to the privacy office", "02-111-1111").with(office.signedIn()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/register/hospitals/{id}", hospital).param("lang", "en"))
                .andExpect(content().string(containsString("Version 2, from")))
                .andExpect(content().string(containsString("Write to the privacy office")));
        for (String language : List.of("ko", "en")) {
            mvc.perform(get("/register/hospitals/{id}", hospital)
                            .param("version", "1")
                            .param("lang", language))
                    .andExpect(content()
                            .string(containsString(
                                    language.equals("en") ? "Call the privacy office" : "개인정보 보호 부서에 전화해 주세요")))
                    .andExpect(
                            content().string(containsString(language.equals("en") ? "an earlier text" : "예전 안내문입니다")))
                    .andExpect(content().string(containsString("02-111-1111")))
                    .andExpect(content().string(not(containsString("??"))));
        }
        mvc.perform(get("/register/hospitals/{id}", hospital).param("version", "3"))
                .andExpect(status().isNotFound());
    }

    @Test
    void sanctionsStandWithTheirLastDay() throws Exception {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        people.anAdministrator().run(() -> {
            debarments.add(new DebarmentEntry("1234567891", "막힌 회사", today.minusDays(9), today.plusDays(9), "속임"));
            debarments.add(new DebarmentEntry("1234567891", "오래된 회사", today.minusYears(3), today.minusYears(2), "속임"));
        });
        mvc.perform(get("/register/sanctions").param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("막힌 회사")))
                .andExpect(content().string(not(containsString("오래된 회사"))))
                .andExpect(content().string(not(containsString("속임"))));
        mvc.perform(get("/register/sanctions?q={q}&page=7", "막힌"))
                .andExpect(redirectedUrlPattern("/register/sanctions?q=*&page=0"));
        mvc.perform(get("/register/sanctions/sanctions.json"))
                .andExpect(jsonPath("$[?(@.name == '막힌 회사')].endsOn")
                        .value(today.plusDays(9).toString()));
        mvc.perform(get("/register/sanctions/refusals.csv")).andExpect(status().isOk());
    }

    private MockHttpServletRequestBuilder asking(String address, String kind, String text) {
        return post("/register/{id}/questions", project.id().value())
                .with(csrf())
                .with(from(address))
                .param("kind", kind)
                .param("text", text);
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private static MockHttpServletRequestBuilder writing() {
        return writing("Call the privacy office", "033-000-0000");
    }

    private static MockHttpServletRequestBuilder writing(String leaveOut, String phone) {
        return post("/hospital/public-page")
                .with(csrf())
                .param("aboutKo", "함께 연구합니다")
                .param("aboutEn", "We do research together")
                .param("leaveOutKo", "개인정보 보호 부서에 전화해 주세요")
                .param("leaveOutEn", leaveOut)
                .param("contact", "개인정보 보호 부서")
                .param("phone", phone)
                .param("email", "privacy@hospital.example");
    }
}
