package dari.approvals;

import static dari.support.Marketplace.aBoard;
import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dari.admin.forms.FormDefinition;
import dari.admin.forms.Question;
import dari.boardforms.BoardForms;
import dari.boards.Boards;
import dari.documents.DocumentContent;
import dari.documents.DocumentId;
import dari.documents.DocumentKind;
import dari.documents.Documents;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectView;
import dari.sandboxes.Preparation;
import dari.sandboxes.Sandboxes;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Journey;
import dari.support.People;
import dari.support.SandboxStage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A hospital's own form for its board, from its questions to the meeting's papers. */
@DariTest
class BoardSheetTests {

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    Boards boards;

    @Autowired
    BoardForms forms;

    @Autowired
    Approvals approvals;

    @Autowired
    Sittings sittings;

    @Autowired
    Documents documents;

    @Autowired
    Preparation preparation;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    MockMvc mvc;

    private ActAs startup;
    private ActAs office;
    private ActAs secretary;
    private UUID board;
    private UUID approval;
    private ProjectView project;

    @BeforeEach
    void aBoardThatAsks() throws Exception {
        startup = people.aStartup();
        office = people.aHospital();
        secretary = people.colleagueOf(office, Role.HOSPITAL_BOARD_SECRETARY);
        ActAs steward = people.colleagueOf(office, Role.HOSPITAL_STEWARD);
        board = office.get(() -> boards.add(aBoard(1, "데이터심의위원회")));
        ask("다른 기관에 맡기나요?", "Is any of it done elsewhere?", "CHOICE", true, "0 | 예 | Yes\n1 | 아니요 | No", "");
        ask("누구에게 맡기나요?", "By whom?", "TEXT", true, "", conditionOf("Is any of it done elsewhere?", "Yes"));
        ask("보안 서약서", "Security pledge", "FILE", true, "", "");
        project = journey.project(startup, office, anOffer("당뇨병 코호트", healthTerms()));
        await().until(() ->
                startup.get(() -> approvals.route(project.id())).rows().size() == 1
                        && !steward.get(() -> sandboxes.ofMyHospital()).isEmpty());
        steward.run(() -> preparation.setRecipe(
                steward.get(() -> sandboxes.ofMyHospital()).get(0).id(), SandboxStage.recipe(false)));
        approval = row().approval().id();
    }

    @Test
    void aFormIsFilledInHandedInFrozenAndReadInTheMeetingsPapers() throws Exception {
        assertThat(page(startup, "/projects/" + project.id().value() + "/route", "en"))
                .contains("Fill in the form");
        assertThatThrownBy(() -> startup.run(() -> approvals.submit(approval)))
                .isInstanceOfSatisfying(
                        RuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("boardforms.rule.incomplete"));
        for (String language : List.of("ko", "en")) {
            assertThat(page(startup, address(), language))
                    .contains(language.equals("en") ? "Is any of it done elsewhere?" : "다른 기관에 맡기나요?")
                    .doesNotContain("??");
        }
        DocumentId pledge = startup.get(() -> documents.add(
                new DocumentContent(DocumentKind.OTHER, "보안 서약서 2026", "", "", null, null),
                new MockMultipartFile("file", "a.txt", null, "서약".getBytes(StandardCharsets.UTF_8))));
        assertThat(write(
                                "check",
                                Map.of(
                                        id("Is any of it done elsewhere?"),
                                        option("Is any of it done elsewhere?", "Yes")))
                        .getContentAsString())
                .contains("Please correct the following", "By whom?", "Security pledge");
        MockHttpServletResponse complete = write(
                "check",
                Map.of(
                        id("Is any of it done elsewhere?"), option("Is any of it done elsewhere?", "Yes"),
                        id("By whom?"), "<결마루 분석센터>",
                        id("Security pledge"), pledge.value().toString()));
        assertThat(complete.getContentAsString()).contains("Nothing is missing");
        ActAs member = people.colleagueOf(office, Role.HOSPITAL_BOARD);
        startup.run(() -> approvals.submit(approval));

        assertThat(row().sheet()).isNotNull();
        assertThat(office.get(() -> documents.shownToMyHospital()))
                .extracting(shown -> shown.document().id())
                .containsExactly(pledge);
        String look = page(member, "/hospital/looks/" + approval, "en");
        assertThat(look)
                .contains("Is any of it done elsewhere?", "&lt;결마루 분석센터&gt;", "보안 서약서 2026")
                .doesNotContain("??");
        UUID sitting = row().approval().sitting();
        assertThat(page(secretary, "/hospital/sittings/" + sitting + "/pack", "en"))
                .contains("By whom?", "&lt;결마루 분석센터&gt;", "보안 서약서 2026");

        assertThat(write("draft", Map.of(id("By whom?"), "다른 곳")).getContentAsString())
                .contains("It was handed in");
        assertThat(row().sheet().answers().of(id("By whom?"))).isEqualTo("<결마루 분석센터>");
    }

    @Test
    void aFormThatWasAnsweredStaysAndTheNextVersionHoldsForTheNextHandingIn() throws Exception {
        fillIn("아니요");
        startup.run(() -> approvals.submit(approval));
        assertThat(row().sheet().formNumber()).isEqualTo(1);
        ask("한 가지 더", "One thing more", "TEXT", true, "", "");
        assertThat(row().sheet().form().questions()).as("what was handed in").hasSize(3);
        secretary.run(() -> sittings.giveBack(approval, "더 적어 주세요"));
        assertThatThrownBy(() -> startup.run(() -> approvals.submit(approval))).isInstanceOf(RuleBrokenException.class);
        assertThat(page(startup, address(), "en")).contains("One thing more", "checked=\"checked\"");
        Map<String, String> again = new HashMap<>(answered);
        again.put(id("One thing more"), "그렇습니다");
        write("draft", again);
        assertThat(row().sheet().formNumber()).as("a draft is nobody's to read").isEqualTo(1);
        startup.run(() -> approvals.submit(approval));
        assertThat(row().sheet().formNumber()).isEqualTo(2);
        ask("또", "And more", "TEXT", false, "", "");
        assertThat(row().sheet().form().questions()).hasSize(4);
    }

    @Test
    void onlyTheOfficeWritesTheQuestionsAndOnlyTheStartupAnswers() throws Exception {
        assertThat(page(secretary, "/hospital/boards/" + board + "/form", "en"))
                .contains("Security pledge")
                .doesNotContain("name=\"what\"");
        assertThat(page(office, "/hospital/boards/" + board + "/form/preview", "ko"))
                .contains("보안 서약서");
        for (ActAs other : List.of(secretary, startup, people.aHospital())) {
            assertThat(sent(
                                    other,
                                    post("/hospital/boards/{b}/form/arrange", board)
                                            .param("what", "remove")
                                            .param("question", id("By whom?")))
                            .getStatus())
                    .isIn(403, 404);
        }
        for (ActAs other : List.of(office, people.aStartup())) {
            assertThat(sent(other, post(address()).param("q." + id("By whom?"), "남"))
                            .getStatus())
                    .isIn(403, 404);
        }
        assertThat(sent(
                                office,
                                post("/hospital/boards/{b}/form/arrange", board)
                                        .param("what", "remove")
                                        .param("question", id("Is any of it done elsewhere?")))
                        .getStatus())
                .as("another question hangs on it")
                .isEqualTo(302);
        assertThat(form().questions()).hasSize(3);
    }

    private Map<String, String> answered = Map.of();

    private void fillIn(String elsewhere) throws Exception {
        DocumentId pledge = startup.get(() -> documents.add(
                new DocumentContent(DocumentKind.OTHER, "서약서", "", "", null, null),
                new MockMultipartFile("file", "b.txt", null, "서약".getBytes(StandardCharsets.UTF_8))));
        answered = Map.of(
                id("Is any of it done elsewhere?"),
                option("Is any of it done elsewhere?", elsewhere.equals("예") ? "Yes" : "No"),
                id("Security pledge"),
                pledge.value().toString());
        assertThat(write("draft", answered).getStatus()).isEqualTo(302);
    }

    private void ask(String ko, String en, String kind, boolean required, String options, String when)
            throws Exception {
        MockHttpServletRequestBuilder request = post("/hospital/boards/{b}/form/questions", board)
                .param("section", "section-1")
                .param("kind", kind)
                .param("labelKo", ko)
                .param("labelEn", en)
                .param("mostLength", "200")
                .param("options", options)
                .param("when", when);
        if (required) {
            request.param("required", "true");
        }
        assertThat(sent(office, request).getStatus()).isEqualTo(302);
    }

    private MockHttpServletResponse write(String action, Map<String, String> answers) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address()).param("action", action).param("lang", "en");
        answers.forEach((question, answer) -> request.param("q." + question, answer));
        return sent(startup, request);
    }

    private MockHttpServletResponse sent(ActAs who, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(who.signedIn()).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String page(ActAs reader, String address, String language) throws Exception {
        return mvc.perform(get(address).param("lang", language).with(reader.signedIn()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String address() {
        return "/approvals/" + approval + "/form";
    }

    private FormDefinition form() {
        return office.get(() -> forms.asked(board));
    }

    private Question question(String en) {
        return form().questions().stream()
                .filter(question -> question.label().en().equals(en))
                .findFirst()
                .orElseThrow();
    }

    private String id(String en) {
        return question(en).id();
    }

    private String option(String question, String en) {
        return question(question).options().stream()
                .filter(option -> option.label().en().equals(en))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private String conditionOf(String question, String en) {
        return id(question) + "=" + option(question, en);
    }

    private RouteView.Row row() {
        return startup.get(() -> approvals.route(project.id())).rows().get(0);
    }
}
