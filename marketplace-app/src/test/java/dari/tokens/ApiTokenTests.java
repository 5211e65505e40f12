package dari.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.audit.History;
import dari.audit.HistoryLine;
import dari.kernel.IdBytes;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecretToken;
import dari.organizations.TeamKeeping;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.People;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class ApiTokenTests {

    @Autowired
    ApiTokens tokens;

    @Autowired
    TeamKeeping keeping;

    @Autowired
    History history;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc mvc;

    private static final NewToken READS = new NewToken("읽기", Set.of(Scope.NEEDS_READ), Duration.ofDays(7));

    @Test
    void keepsTheHashAloneAndActsAsItsPersonWithTheirPresentRoles() {
        ActAs startup = people.aStartup();
        ActAs colleague = people.colleagueOf(startup, Role.STARTUP_MEMBER);
        MadeToken made = colleague.get(() -> tokens.make(READS));

        PresentedToken presented = tokens.present(made.token()).orElseThrow();
        assertThat(presented.actor().user()).isEqualTo(colleague.actor().user());
        assertThat(presented.actor().organization()).isEqualTo(colleague.actor().organization());
        assertThat(presented.actor().roles()).containsExactly(Role.STARTUP_MEMBER);
        assertThat(presented.scopes()).containsExactly(Scope.NEEDS_READ);
        byte[] kept = database.sql("SELECT token_hash FROM api_token WHERE id = :id")
                .param("id", IdBytes.of(made.id()))
                .query(byte[].class)
                .single();
        assertThat(kept).isEqualTo(made.token().hash());

        startup.run(() -> keeping.changeRoles(colleague.actor().user(), Set.of(Role.STARTUP_DATA_SCIENTIST)));
        assertThat(tokens.present(made.token()).orElseThrow().actor().roles())
                .containsExactly(Role.STARTUP_DATA_SCIENTIST);
        startup.run(() -> keeping.remove(colleague.actor().user()));
        assertThat(tokens.present(made.token())).isEmpty();
    }

    @Test
    void endsByItselfAndByOnePressOfItsOwnerOrOfWhoKeepsTheOrganisation() {
        ActAs startup = people.aStartup();
        ActAs colleague = people.colleagueOf(startup, Role.STARTUP_MEMBER);
        MadeToken over = colleague.get(() -> tokens.make(READS));
        database.sql("UPDATE api_token SET expires_at = made_at WHERE id = :id")
                .param("id", IdBytes.of(over.id()))
                .update();
        assertThat(tokens.present(over.token())).isEmpty();

        MadeToken own = colleague.get(() -> tokens.make(READS));
        assertThat(tokens.present(own.token())).isPresent();
        colleague.run(() -> tokens.revoke(own.id()));
        assertThat(tokens.present(own.token())).isEmpty();

        MadeToken left = colleague.get(() -> tokens.make(READS));
        assertThat(startup.get(() -> tokens.ofColleagues(0, 10)))
                .extracting(TokenView::id)
                .containsExactly(left.id());
        startup.run(() -> tokens.revoke(left.id()));
        assertThat(tokens.present(left.token())).isEmpty();
        assertThat(colleague.get(() -> tokens.mine(0, 10)))
                .extracting(TokenView::state)
                .containsExactly("revoked", "revoked", "expired");
        assertThat(colleague.get(() -> tokens.mine(1, 2)))
                .as("a page of its own")
                .extracting(TokenView::state)
                .containsExactly("expired");
        assertThat(history.of(List.of(startup.organization().id().value())))
                .extracting(HistoryLine::action)
                .contains("token.made", "token.revoked");

        MadeToken owners = startup.get(() -> tokens.make(READS));
        assertThatThrownBy(() -> colleague.run(() -> tokens.revoke(owners.id())))
                .isInstanceOf(NotFoundException.class);
        assertThat(colleague.get(() -> tokens.ofColleagues(0, 10))).isEmpty();
        assertThatThrownBy(() -> people.aStartup().run(() -> tokens.revoke(owners.id())))
                .isInstanceOf(NotFoundException.class);
        assertThat(tokens.present(new SecretToken("dari_x"))).isEmpty();
    }

    @Test
    void isMadeAfterASecondStepAndForItsOwnSideAlone() {
        ActAs startup = people.aStartup();
        assertThatThrownBy(() -> startup.withPasswordOnly().run(() -> tokens.make(READS)))
                .isInstanceOf(AccessDeniedException.class);
        NewToken foreign = new NewToken("병원 것", Set.of(Scope.OFFERS_WRITE), Duration.ofDays(7));
        assertThatThrownBy(() -> startup.run(() -> tokens.make(foreign)))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessage("tokens.rule.scopes");
        for (int i = 0; i < ApiTokens.MOST; i++) {
            startup.get(() -> tokens.make(READS));
        }
        assertThatThrownBy(() -> startup.run(() -> tokens.make(READS))).hasMessage("tokens.rule.many");
    }

    @Test
    void isShownOnceOnItsPage() throws Exception {
        ActAs startup = people.aStartup();
        mvc.perform(post("/account/tokens")
                        .param("name", "")
                        .param("days", "90")
                        .param("scopes", "needs:read")
                        .accept(MediaType.TEXT_HTML)
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("토큰의 이름을 적어 주세요.")));
        String page = mvc.perform(post("/account/tokens")
                        .param("name", "CRM")
                        .param("days", "90")
                        .param("scopes", "needs:read", "matches:read")
                        .accept(MediaType.TEXT_HTML)
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        String text = page.replaceFirst("(?s).*value=\"(dari_[^\"]+)\".*", "$1");
        TokenView made = startup.get(() -> tokens.mine(0, 1)).getContent().get(0);
        assertThat(tokens.present(new SecretToken(text)).orElseThrow().id()).isEqualTo(made.id());
        mvc.perform(get("/account/tokens").with(startup.signedIn()))
                .andExpect(content().string(containsString("CRM")))
                .andExpect(content().string(containsString(text.substring(text.length() - 4))))
                .andExpect(content().string(not(containsString(text))));
        mvc.perform(post("/account/tokens/" + made.id() + "/revoke")
                        .with(startup.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl("/account/tokens"));
        assertThat(tokens.present(new SecretToken(text))).isEmpty();
        mvc.perform(get("/account/tokens/new").accept(MediaType.TEXT_HTML).with(startup.signedIn()))
                .andExpect(status().isOk());
    }
}
