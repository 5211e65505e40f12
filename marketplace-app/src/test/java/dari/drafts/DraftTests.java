package dari.drafts;

import static dari.support.Marketplace.aNeed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.kernel.Role;
import dari.needs.NeedId;
import dari.needs.Needs;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What is typed is kept before it is saved, for whoever typed it, and gone once it is saved or thrown away. */
@DariTest
class DraftTests {

    @Autowired
    Drafts drafts;

    @Autowired
    Needs needs;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    private ActAs startup;

    @BeforeEach
    void someoneWhoWrites() {
        startup = people.aStartup();
    }

    @Test
    void aNeedHalfTypedIsOfferedAgainAndOpensAsItWas() throws Exception {
        mvc.perform(typed("need-new")
                        .param("title", "반쯤 쓴 필요")
                        .param("formats", "format:omop", "format:csv")
                        .param("persons", "천 명쯤")
                        .param("audience", "CHOSEN"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Draft kept at")));
        mvc.perform(get("/startup/needs/new").param("lang", "en").with(startup.signedIn()))
                .andExpect(content().string(containsString("and did not save")))
                .andExpect(content().string(not(containsString("반쯤 쓴 필요"))));
        mvc.perform(get("/startup/needs/new").param("draft", "open").with(startup.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("반쯤 쓴 필요")))
                .andExpect(content().string(containsString("천 명쯤")))
                .andExpect(content()
                        .string(org.hamcrest.Matchers.matchesPattern(
                                "(?s).*value=\"format:csv\"[^>]*checked=\"checked\".*")));
    }

    @Test
    void onlyItsWriterSeesADraft() throws Exception {
        mvc.perform(typed("need-new").param("title", "나만 보는 글")).andExpect(status().isOk());
        ActAs colleague = people.colleagueOf(startup, Role.STARTUP_MEMBER);
        mvc.perform(get("/startup/needs/new").param("draft", "open").with(colleague.signedIn()))
                .andExpect(content().string(not(containsString("나만 보는 글"))));
        assertThat(colleague.get(() -> drafts.since("need-new"))).isEmpty();
        assertThat(startup.get(() -> drafts.since("need-new"))).isPresent();
    }

    @Test
    void savedOrThrownAwayItIsGone() throws Exception {
        mvc.perform(typed("profile").param("product", "결마루")).andExpect(status().isOk());
        mvc.perform(post("/startup/profile")
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("product", "결마루")
                        .param("intendedUse", "예측")
                        .param("country", "KR")
                        .param("mfdsClass", "")
                        .param("stage", "none"))
                .andExpect(redirectedUrl("/startup/needs"));
        assertThat(startup.get(() -> drafts.since("profile"))).isEmpty();

        NeedId need = marketplace.published(startup, aNeed("재입원 예측"));
        String name = "need-" + need.value();
        mvc.perform(typed(name).param("title", "버릴 제목")).andExpect(status().isOk());
        mvc.perform(post("/drafts/drop")
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("draft", name)
                        .param("back", "/startup/needs/" + need.value()))
                .andExpect(redirectedUrl("/startup/needs/" + need.value()));
        assertThat(startup.get(() -> drafts.since(name))).isEmpty();
        assertThat(startup.get(() -> needs.mine(need)).content().title()).isEqualTo("재입원 예측");
        mvc.perform(post("/drafts/drop")
                        .with(startup.signedIn())
                        .with(csrf())
                        .param("draft", name)
                        .param("back", "//evil.example"))
                .andExpect(redirectedUrl("/home"));
    }

    @Test
    void whatNoFormHoldsIsNotKept() throws Exception {
        mvc.perform(typed("need-new").param("text", "가".repeat(70_000)))
                .andExpect(content().string(containsString("too long to be kept")));
        assertThat(startup.get(() -> drafts.since("need-new"))).isEmpty();
    }

    @Test
    void theProfileSaysHowMuchOfItIsFilledIn() throws Exception {
        mvc.perform(get("/startup/profile").param("lang", "en").with(startup.signedIn()))
                .andExpect(content().string(containsString("2 of 9 parts are filled in")))
                .andExpect(content().string(containsString("Missing: ")));
        mvc.perform(get("/startup/needs").param("lang", "en").with(startup.signedIn()))
                .andExpect(content().string(containsString("2 of 9 parts are filled in")));
    }

    private MockHttpServletRequestBuilder typed(String draft) {
        return post("/drafts")
                .param("draft", draft)
                .param("lang", "en")
                .with(startup.signedIn())
                .with(csrf());
    }
}
