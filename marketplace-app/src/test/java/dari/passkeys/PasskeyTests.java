package dari.passkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.kernel.IdBytes;
import dari.kernel.Ids;
import dari.secondfactor.SecondFactors;
import dari.secondfactor.Totp;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Letters;
import dari.support.People;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What the pages and the service refuse; that a real device's passkey is taken is a journey in a browser. */
@DariTest
class PasskeyTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Passkeys passkeys;

    @Autowired
    SecondFactors factors;

    @Autowired
    Letters letters;

    @Autowired
    JdbcClient database;

    @Autowired
    Ids ids;

    @Autowired
    Clock clock;

    private UUID aPasskeyOf(ActAs person) {
        UUID id = ids.next();
        database.sql("INSERT INTO passkey VALUES (?, 0, ?, '전화기', ?, ?, ?, 0, 'internal', true, true, ?, NULL)")
                .params(
                        IdBytes.of(id),
                        IdBytes.of(person.actor().user().value()),
                        IdBytes.of(id),
                        new byte[] {1},
                        new byte[] {1},
                        Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    @Test
    void isAddedOnlyAfterTheSecondStep() throws Exception {
        ActAs person = people.aStartup();
        mvc.perform(post("/account/passkeys/options")
                        .with(person.withPasswordOnly().signedIn())
                        .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(get("/account/passkeys")
                        .param("lang", "en")
                        .with(person.withPasswordOnly().signedIn()))
                .andExpect(content().string(containsString("Turn on the second step first")))
                .andExpect(content().string(not(containsString("data-passkey=\"add\""))));
        mvc.perform(post("/account/passkeys/options").with(person.signedIn()).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rp.id").value("localhost"))
                .andExpect(jsonPath("$.authenticatorSelection.userVerification").value("required"))
                .andExpect(jsonPath("$.user.name").value(person.email()));
    }

    @Test
    void signsNobodyInWithWhatProvesNothing() throws Exception {
        String clientData = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"type\":\"webauthn.get\",\"challenge\":\"AAAA\",\"origin\":\"http://localhost\"}"
                        .getBytes(StandardCharsets.UTF_8));
        String answer = """
                {"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},
                 "response":{"clientDataJSON":"%s","authenticatorData":"AAAA","signature":"AAAA"}}""".formatted(clientData);
        for (String body : new String[] {answer, "{}", "nonsense"}) {
            var asked = mvc.perform(post("/login/passkey/options").with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.userVerification").value("required"))
                    .andReturn();
            var session = asked.getResponse().getCookie("SESSION");
            mvc.perform(post("/login/passkey")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body)
                            .cookie(session)
                            .with(csrf()))
                    .andExpect(status().isConflict());
            mvc.perform(get("/home").cookie(session).accept(MediaType.TEXT_HTML))
                    .andExpect(redirectedUrl("/login"));
        }
        mvc.perform(post("/login/passkey")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(answer)
                        .with(csrf()))
                .andExpect(status().isConflict());
    }

    @Test
    void isNamedAndRemovedByItsOwnerAlone() throws Exception {
        ActAs owner = people.aStartup();
        ActAs colleague = people.colleagueOf(owner, dari.kernel.Role.STARTUP_OWNER);
        UUID id = aPasskeyOf(owner);
        for (String action : new String[] {"name", "remove"}) {
            mvc.perform(post("/account/passkeys/{id}/" + action, id)
                            .param("name", "남의 것")
                            .with(colleague.signedIn())
                            .with(csrf()))
                    .andExpect(status().isNotFound());
        }
        mvc.perform(post("/account/passkeys/{id}/name", id)
                        .param("name", "")
                        .param("lang", "en")
                        .with(owner.signedIn())
                        .with(csrf()))
                .andExpect(content().string(containsString("Give it a name")));
        mvc.perform(post("/account/passkeys/{id}/name", id)
                        .param("name", "회사 노트북")
                        .with(owner.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl("/account/passkeys"));
        assertThat(owner.get(() -> passkeys.mine(id)).name()).isEqualTo("회사 노트북");
        mvc.perform(post("/account/passkeys/{id}/remove", id)
                        .with(owner.signedIn())
                        .with(csrf()))
                .andExpect(redirectedUrl("/account/passkeys"));
        assertThat(owner.get(() -> passkeys.mine())).isEmpty();
        assertThat(letters.textTo(owner.email())).contains("패스키를 없앴습니다");
    }

    @Test
    void endsWithTheSecondStepItStandsOn() {
        ActAs person = people.aStartup();
        String secret = person.get(factors::begin).secret();
        String recovery = person.get(
                        () -> factors.confirm(Totp.code(Totp.secret(secret), Totp.stepAt(clock.instant()))))
                .get(0);
        aPasskeyOf(person);
        person.run(() -> factors.turnOff(People.PASSWORD, recovery));
        assertThat(person.get(() -> passkeys.mine())).isEmpty();
    }
}
