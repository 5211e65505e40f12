package dari.programdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.CallBuilder;
import dari.admin.CallRules;
import dari.admin.CallView;
import dari.admin.Calls;
import dari.admin.Funding;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.eligibility.EligibilityRule;
import dari.admin.eligibility.FirmSize;
import dari.kernel.IdBytes;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call from its template to the end: built part by part, frozen, published, extended, cancelled, closed by the clock. */
@DariTest
class CallDesignTests {

    @Autowired
    Calls calls;

    @Autowired
    CallBuilder builder;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    @Autowired
    MockMvc mvc;

    private ActAs administrator;
    private UUID call;

    @BeforeEach
    void aDraftFromTheTemplate() {
        administrator = people.anAdministrator();
        call = administrator.get(() -> calls.draftVoucher());
    }

    @Test
    void onePressMakesTheVoucherCallWhole() throws Exception {
        String made = String.valueOf(mvc.perform(post("/program/calls/template")
                        .with(administrator.signedIn())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        CallView voucher = show(UUID.fromString(made.split("/")[3]));
        assertThat(voucher.funding().ownSharePercent()).isEqualTo(Map.of(FirmSize.SMALL, 15, FirmSize.MEDIUM, 25));
        assertThat(voucher.funding().tracks())
                .extracting(Funding.Track::ceilingWon, Funding.Track::places)
                .containsExactly(tuple(320_000_000L, 10), tuple(160_000_000L, 10), tuple(80_000_000L, 20));
        assertThat(voucher.funding().mostWon()).isEqualTo(voucher.content().budgetWon());
        assertThat(voucher.eligibility().rules())
                .extracting(EligibilityRule::code)
                .containsExactly("verified", "size", "tax", "duplicate", "debarment", "consortium", "region");
        assertThat(voucher.rules().scoring()).isEqualTo(new CallRules.Scoring(true, 60, Map.of("region", 3)));
        assertThat(voucher.rules().presentation().day()).isNotNull();
        assertThat(voucher.design().milestones()).hasSize(4).anyMatch(step -> step.pays());
        assertThat(voucher.status()).isEqualTo("DRAFT");
    }

    @Test
    void everyPartIsReadAndChangedOnItsPage() throws Exception {
        for (String language : List.of("ko", "en")) {
            for (String page : List.of(
                    "",
                    "/funding",
                    "/eligibility",
                    "/rubric",
                    "/rules",
                    "/milestones",
                    "/form",
                    "/form/preview",
                    "/form/sections?sectionId=core",
                    "/form/questions?section=data&questionId=generativeGuard")) {
                mvc.perform(get("/program/calls/" + call + "/design" + page)
                                .queryParam("lang", language)
                                .with(administrator.signedIn()))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))));
            }
        }
        saved(
                "/funding",
                Map.of(
                        "small", "10",
                        "tracks[0].nameKo", "한 종류",
                        "tracks[0].nameEn", "One kind",
                        "tracks[0].ceiling", "50000000",
                        "tracks[0].places", "3"));
        saved("/eligibility", Map.of("sizes", "SMALL", "leastMembers", "0", "debarment", "true"));
        saved(
                "/rules",
                Map.of(
                        "passMark", "70",
                        "places", "3",
                        "reservePlaces", "1",
                        "daysToAccept", "5",
                        "slotMinutes", "30",
                        "firstSlot", "09:30"));
        saved(
                "/milestones",
                Map.of(
                        "rows[0].titleKo", "협약",
                        "rows[0].titleEn", "Agreement",
                        "rows[0].holder", "HOSPITAL",
                        "rows[0].days", "10"));
        CallView changed = show(call);
        assertThat(changed.funding().tracks())
                .extracting(Funding.Track::ceilingWon)
                .containsExactly(50_000_000L);
        assertThat(changed.funding().share(FirmSize.SMALL, 25)).isEqualTo(10);
        assertThat(changed.eligibility().rules())
                .extracting(EligibilityRule::code)
                .containsExactly("verified", "size", "debarment");
        assertThat(changed.rules().scoring().passMarkPoints()).isEqualTo(70);
        assertThat(changed.rules().presentation().day()).isNull();
        assertThat(changed.design().milestones())
                .extracting(step -> step.days())
                .containsExactly(10);
    }

    @Test
    void aRubricNeedsWeightsThatSumToAHundred() throws Exception {
        Map<String, String> typed = Map.of(
                "most", "7",
                "rows[0].titleKo", "새로움",
                "rows[0].titleEn", "Novelty",
                "rows[0].weight", "60",
                "rows[1].titleKo", "안전",
                "rows[1].titleEn", "Safety",
                "rows[1].weight", "30");
        send("/rubric", typed)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("지금은 90입니다")))
                .andExpect(content().string(containsString("value=\"Novelty\"")));
        Map<String, String> right = new HashMap<>(typed);
        right.put("rows[1].weight", "40");
        saved("/rubric", right);
        assertThat(show(call).rubric().criteria()).extracting(c -> c.weight()).containsExactly(60, 40);
        assertThat(show(call).rubric().scale()).hasSize(7);
    }

    @Test
    void questionsAreAddedOrderedAndConditionedWithoutAScript() throws Exception {
        saved(
                "/form/questions?section=product",
                Map.of(
                        "kind", "TEXT",
                        "labelKo", "언제 시장에 나가나요?",
                        "labelEn", "When will it be on the market?",
                        "mostLength", "80",
                        "when", "stage=planned"));
        String id = show(call).form().questions().stream()
                .filter(q -> q.label().en().startsWith("When will"))
                .findFirst()
                .orElseThrow()
                .id();
        saved("/form/arrange", Map.of("what", "up", "question", id));
        assertThat(show(call).form().sections().get(1).questions())
                .extracting(q -> q.id())
                .containsExactly("product", "stage", id, "approvalNumber");
        saved("/form/arrange", Map.of("what", "up", "question", id));
        assertThat(show(call).form().sections().get(1).questions())
                .extracting(q -> q.id())
                .as("never before the question it hangs on")
                .containsExactly("product", "stage", id, "approvalNumber");
        send("/form/questions?section=product", Map.of("kind", "CHOICE", "labelKo", "고르기", "labelEn", "Choose"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"options-error\"")))
                .andExpect(content().string(containsString("value=\"고르기\"")));
    }

    @Test
    void openingFreezesEverythingAsANumberedVersion() {
        administrator.run(() -> calls.open(call));
        assertThat(administrator.get(() -> calls.versions(call)))
                .singleElement()
                .satisfies(version -> assertThat(version.sha256()).hasSize(64));
        assertThat(show(call).frozen()).isEqualTo(1);
        for (Runnable change : List.<Runnable>of(
                () -> builder.funding(call, Funding.PLAIN),
                () -> builder.form(call, form -> form.movedSection("data", true)),
                () -> builder.rules(call, CallRules.PLAIN),
                () -> builder.milestones(call, List.of()))) {
            assertThatThrownBy(() -> administrator.run(change))
                    .isInstanceOfSatisfying(
                            ProgramRuleBrokenException.class,
                            e -> assertThat(e.messageKey()).isEqualTo("admin.rule.call.frozen"));
        }
    }

    @Test
    void anExtensionHasAReasonThatEverybodyReads() throws Exception {
        administrator.run(() -> calls.open(call));
        var later = show(call).content().deadline().plusDays(3);
        mvc.perform(post("/program/calls/{id}/change", call)
                        .with(administrator.signedIn())
                        .with(csrf())
                        .param("until", later.toString())
                        .param("reason", ""))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"reason-error\"")));
        administrator.run(() -> calls.extend(call, later, "접수 화면이 하루 멈췄습니다"));
        assertThat(show(call).content().deadline()).isEqualTo(later);
        assertThat(administrator.get(() -> calls.versions(call)))
                .extracting(v -> v.number())
                .containsExactly(2, 1);
        publicPage().andExpect(content().string(containsString("접수 화면이 하루 멈췄습니다")));
        assertThatThrownBy(() -> administrator.run(() -> calls.extend(call, later.minusDays(1), "x")))
                .isInstanceOf(ProgramRuleBrokenException.class);
    }

    @Test
    void aCancelledCallSaysWhyAndTakesNothing() throws Exception {
        administrator.run(() -> calls.open(call));
        administrator.run(() -> calls.cancel(call, "예산이 없어졌습니다"));
        assertThat(show(call).openNow()).isFalse();
        publicPage()
                .andExpect(content().string(containsString("예산이 없어졌습니다")))
                .andExpect(content().string(not(containsString("/startup/applications/new"))));
        assertThat(feed().toString()).doesNotContain(call.toString());
    }

    @Test
    void theClockClosesACallThatNobodyCloses() throws Exception {
        administrator.run(() -> calls.open(call));
        assertThat(show(call).openNow()).isTrue();
        database.update("UPDATE program_call SET deadline = '2020-01-01' WHERE id = ?", IdBytes.of(call));
        assertThat(show(call).status()).isEqualTo("CLOSED");
        assertThat(show(call).openNow()).isFalse();
        assertThat(feed().toString()).doesNotContain(call.toString());
    }

    @Test
    void daysOutOfOrderDoNotOpen() {
        database.update("UPDATE program_call SET decision_on = '2020-01-01' WHERE id = ?", IdBytes.of(call));
        assertThatThrownBy(() -> administrator.run(() -> calls.open(call)))
                .isInstanceOfSatisfying(
                        ProgramRuleBrokenException.class,
                        e -> assertThat(e.messageKey()).isEqualTo("calls.rule.order"));
    }

    @Test
    void openCallsAreReadByMachinesToo() throws Exception {
        mvc.perform(get("/calls/" + call)).andExpect(status().isNotFound());
        administrator.run(() -> calls.open(call));
        JsonNode mine = feed().valueStream()
                .filter(entry -> entry.path("id").asString().equals(call.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(mine.path("deadline").asString())
                .isEqualTo(show(call).content().deadline().toString());
        assertThat(mine.path("zone").asString()).isEqualTo("Asia/Seoul");
        assertThat(mine.path("tracks")).hasSize(3);
        assertThat(mine.path("link").asString()).endsWith("/calls/" + call);
        mvc.perform(get("/calls/open.atom").param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("urn:uuid:" + call)))
                .andExpect(content().string(containsString("Medical AI data voucher")));
        for (String language : List.of("ko", "en")) {
            for (String page : List.of("/calls", "/calls/" + call, "/calls/" + call + "/form", "/calls/receipts")) {
                mvc.perform(get(page).param("lang", language))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("??"))));
            }
        }
    }

    private CallView show(UUID id) {
        return administrator.get(() -> calls.show(id));
    }

    private JsonNode feed() throws Exception {
        return JsonMapper.builder()
                .build()
                .readTree(mvc.perform(get("/calls/open.json"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());
    }

    private ResultActions publicPage() throws Exception {
        return mvc.perform(get("/calls/{id}", call)).andExpect(status().isOk());
    }

    private ResultActions send(String part, Map<String, String> typed) throws Exception {
        var request = post("/program/calls/" + call + "/design" + part)
                .with(administrator.signedIn())
                .with(csrf());
        typed.forEach(request::param);
        return mvc.perform(request);
    }

    private void saved(String part, Map<String, String> typed) throws Exception {
        send(part, typed)
                .andExpect(redirectedUrl(
                        "/program/calls/" + call + "/design" + (part.startsWith("/form") ? "/form" : "")));
    }
}
