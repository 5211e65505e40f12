package dari.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.audit.History;
import dari.audit.HistoryLine;
import dari.kernel.IdBytes;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecretToken;
import dari.support.ActAs;
import dari.support.Browser;
import dari.support.DariTest;
import dari.support.Letters;
import dari.support.People;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class ForgottenPasswordTests {

    private static final String NEW_PASSWORD = "another horse entirely";

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Letters letters;

    @Autowired
    ForgottenPasswords passwords;

    @Autowired
    History history;

    @Autowired
    JdbcClient database;

    @Test
    void choosesANewPasswordOnceAndSignsOutEverywhereElse() throws Exception {
        ActAs person = people.aStartup();
        Browser old = new Browser(mvc);
        old.signIn(person.email(), People.PASSWORD).andExpect(redirectedUrl("/home"));
        old.open("/home").andExpect(status().isOk());

        Browser browser = new Browser(mvc);
        browser.submit("/password", "email", " " + person.email().toUpperCase(java.util.Locale.ROOT))
                .andExpect(redirectedUrl("/password/sent"));
        String link = link(person);
        browser.open(link).andExpect(status().isOk());
        String token = link.replaceFirst(".*token=", "");
        browser.submit("/password/new", "token", token, "password", "short")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("10 to 72")));
        browser.submit("/password/new", "token", token, "password", NEW_PASSWORD)
                .andExpect(redirectedUrl("/login"));

        old.open("/home").andExpect(redirectedUrl("/login"));
        new Browser(mvc).signIn(person.email(), People.PASSWORD).andExpect(redirectedUrl("/login?error"));
        browser.signIn(person.email(), NEW_PASSWORD).andExpect(redirectedUrl("/home"));
        browser.submit("/password/new", "token", token, "password", "a third password")
                .andExpect(status().isConflict());
        assertThat(actions(person)).containsExactly("account.resetAsked", "account.passwordReset");
    }

    @Test
    void answersAnUnknownAddressLikeAKnownOneAndSendsNothing() throws Exception {
        long before = resets();
        new Browser(mvc)
                .submit("/password", "email", "nobody@nowhere.example")
                .andExpect(redirectedUrl("/password/sent"));
        assertThat(resets()).isEqualTo(before);
    }

    @Test
    void sendsThreeLettersAnHourAndNoMore() {
        ActAs person = people.aStartup();
        long before = resets();
        for (int i = 0; i < 5; i++) {
            passwords.ask(person.email());
        }
        assertThat(resets()).isEqualTo(before + 3);
    }

    @Test
    void refusesALinkOlderThanHalfAnHour() {
        ActAs person = people.aStartup();
        passwords.ask(person.email());
        SecretToken token = new SecretToken(link(person).replaceFirst(".*token=", ""));
        passwords.check(token);
        assertThat(database.sql("UPDATE password_reset SET expires_at = asked_at + INTERVAL 30 MINUTE"
                                + " - INTERVAL 1800 SECOND WHERE account = :account")
                        .param("account", IdBytes.of(person.actor().user().value()))
                        .update())
                .isEqualTo(1);
        assertThatThrownBy(() -> passwords.choose(token, NEW_PASSWORD)).isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void keepsOnlyTheHashOfALink() {
        ActAs person = people.aStartup();
        passwords.ask(person.email());
        SecretToken token = new SecretToken(link(person).replaceFirst(".*token=", ""));
        assertThat(database.sql("SELECT token_hash FROM password_reset WHERE account = :account")
                        .param("account", IdBytes.of(person.actor().user().value()))
                        .query(byte[].class)
                        .single())
                .isEqualTo(token.hash());
    }

    private String link(ActAs person) {
        return Awaitility.await().until(() -> letters.linkTo(person.email()), found -> found.contains("/password/new"));
    }

    private List<String> actions(ActAs person) {
        UUID account = person.actor().user().value();
        return history.of(List.of(account)).stream().map(HistoryLine::action).toList();
    }

    private long resets() {
        return database.sql("SELECT COUNT(*) FROM password_reset")
                .query(Long.class)
                .single();
    }
}
