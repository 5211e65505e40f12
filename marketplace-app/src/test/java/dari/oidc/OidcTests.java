package dari.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.kernel.NotFoundException;
import dari.secondfactor.SecondFactors;
import dari.secondfactor.Totp;
import dari.support.ActAs;
import dari.support.Browser;
import dari.support.DariTest;
import dari.support.Letters;
import dari.support.People;
import dari.support.Provider;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Against an OpenID provider over HTTP: its configuration, keys, code and signed token are real. */
@DariTest
class OidcTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Provider provider;

    @Autowired
    SecondFactors factors;

    @Autowired
    Letters letters;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    /** Goes to the provider and back; the browser is then where the answer leads. */
    private String elsewhere(Browser browser, String subject, String email, boolean verified) throws Exception {
        String there = browser.open("/oauth2/authorization/oidc")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return browser.open(provider.signIn(there, subject, email, verified))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private static String someone() {
        return UUID.randomUUID().toString();
    }

    private Browser linked(ActAs person, String subject) throws Exception {
        Browser browser = new Browser(mvc);
        browser.signIn(person.email(), People.PASSWORD);
        assertThat(elsewhere(browser, subject, person.email(), true)).isEqualTo("/account/oidc");
        browser.open("/account/oidc").andExpect(content().string(containsString("Link this account?")));
        browser.submit("/account/oidc/link").andExpect(redirectedUrl("/account/oidc"));
        return browser;
    }

    @Test
    void signsInWhoConfirmedTheLinkWhileSignedIn() throws Exception {
        ActAs person = people.aStartup();
        String subject = someone();
        linked(person, subject);
        assertThat(letters.textTo(person.email())).contains("다른 곳의 계정");
        Browser other = new Browser(mvc);
        assertThat(elsewhere(other, subject, person.email(), true)).isEqualTo("/login/onward");
        other.open("/login/onward").andExpect(redirectedUrl("/home"));
        other.open("/home").andExpect(status().isOk());
    }

    @Test
    void linksNobodyByTheAddressAloneAndRegistersNobody() throws Exception {
        ActAs person = people.aStartup();
        long accounts = accounts();
        Browser browser = new Browser(mvc);
        assertThat(elsewhere(browser, someone(), person.email(), true)).isEqualTo("/login?oidc=unlinked");
        browser.open("/home").andExpect(redirectedUrl("/login"));
        assertThat(elsewhere(new Browser(mvc), someone(), "new@example.net", true))
                .isEqualTo("/login?oidc=unlinked");
        assertThat(accounts()).isEqualTo(accounts);
        assertThat(person.get(() -> database.sql("SELECT COUNT(*) FROM oidc_link WHERE account = ?")
                        .param(dari.kernel.IdBytes.of(person.actor().user().value()))
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    void offersTheLinkAfterSigningInHere() throws Exception {
        ActAs person = people.aStartup();
        String subject = someone();
        Browser browser = new Browser(mvc);
        elsewhere(browser, subject, person.email(), true);
        browser.signIn(person.email(), People.PASSWORD);
        browser.open("/account/oidc").andExpect(content().string(containsString("Link this account?")));
        browser.submit("/account/oidc/link").andExpect(redirectedUrl("/account/oidc"));
        assertThat(elsewhere(new Browser(mvc), subject, person.email(), true)).isEqualTo("/login/onward");
    }

    @Test
    void refusesAnotherOrUnverifiedAddressAndAnIdentityThatIsSomebodys() throws Exception {
        ActAs person = people.aStartup();
        Browser browser = new Browser(mvc);
        browser.signIn(person.email(), People.PASSWORD);
        elsewhere(browser, someone(), "somebody.else@example.net", true);
        browser.submit("/account/oidc/link").andExpect(status().isConflict());
        elsewhere(browser, someone(), person.email(), false);
        browser.submit("/account/oidc/link").andExpect(status().isConflict());
        browser.submit("/account/oidc/link").andExpect(status().isConflict());

        ActAs first = people.aStartup();
        String subject = someone();
        linked(first, subject);
        elsewhere(browser, subject, person.email(), true);
        browser.submit("/account/oidc/link").andExpect(status().isConflict());
    }

    @Test
    void stillAsksForTheSecondStepAndEndsWithTheLink() throws Exception {
        ActAs person = people.aStartup();
        String subject = someone();
        Browser here = linked(person, subject);
        String secret = person.get(factors::begin).secret();
        person.run(() -> factors.confirm(Totp.code(Totp.secret(secret), Totp.stepAt(clock.instant()))));
        Browser other = new Browser(mvc);
        elsewhere(other, subject, person.email(), true);
        other.open("/login/onward").andExpect(redirectedUrl("/login/code"));
        other.open("/home").andExpect(redirectedUrl("/login/code"));

        here.submit("/login/code", "code", Totp.code(Totp.secret(secret), Totp.stepAt(clock.instant()) + 1));
        here.submit("/account/oidc/unlink").andExpect(redirectedUrl("/account/oidc"));
        assertThat(elsewhere(new Browser(mvc), subject, person.email(), true)).isEqualTo("/login?oidc=unlinked");
    }

    @Test
    void isOffWithoutAnIssuer() {
        OidcProperties none = new OidcProperties("", "", "", "");
        assertThat(none.isOn()).isFalse();
        OidcController controller = new OidcController(new OidcSignIn(none, null, null, "http://localhost"), null);
        assertThatThrownBy(controller::requireOn).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> new OidcProperties("https://id.example", "", "", ""))
                .hasMessageContaining("DARI_OIDC_CLIENT_ID");
    }

    private long accounts() {
        return database.sql("SELECT COUNT(*) FROM account").query(Long.class).single();
    }
}
