package dari.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dari.admin.Calls;
import dari.agreements.Agreements;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.billing.Billing;
import dari.delivery.Deliveries;
import dari.delivery.SandboxTokens;
import dari.incidents.Stops;
import dari.kernel.IdBytes;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.organizations.Teams;
import dari.projects.ProjectId;
import dari.sandboxes.Preparation;
import dari.sandboxes.SandboxAccess;
import dari.sandboxes.SandboxId;
import dari.sandboxes.Sandboxes;
import dari.support.ActAs;
import dari.support.Browser;
import dari.support.DariTest;
import dari.support.People;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.test.web.servlet.MockMvc;

@DariTest
class SecondStepTests {

    private static final String HERE = "/account/second-step";
    private static final Pattern SECRET = Pattern.compile("<code id=\"secret\"[^>]*>([A-Z2-7 ]+)</code>");
    private static final Pattern RECOVERY_CODE = Pattern.compile("<code>([A-Z2-7]{4}(-[A-Z2-7]{4}){3})</code>");

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    SecondFactors factors;

    @Autowired
    History history;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    Preparation preparation;

    @Autowired
    SandboxAccess access;

    @Autowired
    Deliveries deliveries;

    @Autowired
    SandboxTokens sandboxTokens;

    @Autowired
    Sandboxes sandboxes;

    @Autowired
    Stops stops;

    @Autowired
    Agreements agreements;

    @Autowired
    Billing billing;

    @Autowired
    Calls calls;

    @Autowired
    Teams teams;

    /** An app that shows a code. */
    private String code(String secret, long later) {
        return Totp.code(Totp.secret(secret), Totp.stepAt(clock.instant()) + later);
    }

    private String enrolled(ActAs person) {
        String secret = person.get(factors::begin).secret();
        person.run(() -> factors.confirm(code(secret, 0)));
        return secret;
    }

    @Test
    void leadsAPersonWhoSignsToTheSettingUpAndBackWithWhatWasTyped() throws Exception {
        ActAs office = people.aHospital();
        Browser browser = new Browser(mvc);
        browser.signIn(office.email(), People.PASSWORD).andExpect(redirectedUrl("/home"));
        browser.open("/home").andExpect(content().string(containsString("Turn on the second step")));

        browser.submit("/account/team", "email", "new@hospital.example", "roles", "HOSPITAL_STEWARD", "password", "x")
                .andExpect(redirectedUrl(HERE));
        browser.open(HERE).andExpect(content().string(containsString("What you wrote is kept")));
        browser.submit(HERE + "/begin").andExpect(redirectedUrl(HERE));
        String secret = secret(browser);
        browser.submit(HERE + "/confirm", "code", "000 00")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This code does not match")));
        String codes = browser.submit(HERE + "/confirm", "code", code(secret, 0))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("action=\"/account/team\"")))
                .andExpect(content().string(containsString("value=\"new@hospital.example\"")))
                .andExpect(content().string(not(containsString("name=\"password\""))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(RECOVERY_CODE.matcher(codes).results().map(found -> found.group(1)))
                .hasSize(10)
                .doesNotHaveDuplicates();
        browser.submit("/account/team", "email", "new@hospital.example", "roles", "HOSPITAL_STEWARD")
                .andExpect(redirectedUrl("/account"));
        browser.open(HERE)
                .andExpect(content().string(not(containsString(secret))))
                .andExpect(content().string(not(containsString("id=\"secret\""))));
    }

    @Test
    void isNobodyYetWithThePasswordAloneOnceItIsOn() throws Exception {
        ActAs person = people.aStartup();
        String secret = enrolled(person);
        Browser browser = new Browser(mvc);
        browser.open("/startup/needs").andExpect(redirectedUrl("/login"));
        browser.signIn(person.email(), People.PASSWORD);
        browser.open("/startup/needs?page=1").andExpect(redirectedUrl("/login/code"));
        browser.open("/account").andExpect(redirectedUrl("/login/code"));
        browser.open("/startup/needs?page=1").andExpect(redirectedUrl("/login/code"));
        browser.submit("/login/code", "code", "12345")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This code does not match")));
        browser.submit("/login/code", "code", code(secret, 1)).andExpect(status().is3xxRedirection());
        browser.open("/startup/needs").andExpect(status().isOk());
        browser.submit("/account/team", "email", "colleague@startup.example", "roles", "STARTUP_DATA_SCIENTIST")
                .andExpect(redirectedUrl("/account"));
    }

    @Test
    void takesNoCodeTwice() {
        ActAs person = people.aStartup();
        String secret = enrolled(person);
        String next = code(secret, 1);
        factors.verify(person.actor().user(), next);
        assertThatThrownBy(() -> factors.verify(person.actor().user(), next)).hasMessage("secondfactor.rule.used");
        assertThatThrownBy(() -> factors.verify(person.actor().user(), code(secret, 5)))
                .hasMessage("secondfactor.rule.wrong");
        assertThatThrownBy(() -> factors.verify(person.actor().user(), code(secret, -5)))
                .hasMessage("secondfactor.rule.wrong");
    }

    @Test
    void pausesAfterFiveWrongCodesEvenForARightOne() {
        ActAs person = people.aStartup();
        String secret = enrolled(person);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> factors.verify(person.actor().user(), "no code"))
                    .isInstanceOf(CodeRefusedException.class);
        }
        assertThatThrownBy(() -> factors.verify(person.actor().user(), code(secret, 1)))
                .hasMessage("secondfactor.rule.paused");
        assertThat(actions(person)).containsExactly("secondFactor.on", "secondFactor.paused");
    }

    @Test
    void letsARecoveryCodeStandInOnceAndKeepsOnlyHashes() {
        ActAs person = people.aStartup();
        String secret = person.get(factors::begin).secret();
        List<String> codes = person.get(() -> factors.confirm(code(secret, 0)));
        factors.verify(
                person.actor().user(),
                codes.get(3).toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        assertThatThrownBy(() -> factors.verify(person.actor().user(), codes.get(3)))
                .hasMessage("secondfactor.rule.wrong");
        assertThat(person.get(factors::mine).recoveryCodes()).isEqualTo(9);
        ActAs other = people.aStartup();
        enrolled(other);
        assertThatThrownBy(() -> factors.verify(other.actor().user(), codes.get(4)))
                .hasMessage("secondfactor.rule.wrong");

        person.run(() -> factors.renewRecoveryCodes(code(secret, 1)));
        assertThatThrownBy(() -> factors.verify(person.actor().user(), codes.get(5)))
                .hasMessage("secondfactor.rule.wrong");
        byte[] kept = database.sql("SELECT secret FROM second_factor WHERE account = :account")
                .param("account", IdBytes.of(person.actor().user().value()))
                .query(byte[].class)
                .single();
        assertThat(kept).hasSize(12 + 20 + 16);
        assertThat(Arrays.copyOfRange(kept, 12, 32)).isNotEqualTo(Totp.secret(secret));
    }

    @Test
    void isTurnedOffOnlyWithPasswordAndCodeAndCountsNoMoreThen() throws Exception {
        ActAs person = people.aStartup();
        String secret = enrolled(person);
        Browser browser = new Browser(mvc);
        browser.signIn(person.email(), People.PASSWORD);
        List<String> codes = recoveryCodes(person, secret);
        browser.open("/account").andExpect(redirectedUrl("/login/code"));
        browser.submit("/login/code", "code", codes.get(0)).andExpect(redirectedUrl("/account"));

        browser.submit(HERE + "/off", "password", "wrong", "offCode", codes.get(1))
                .andExpect(content().string(containsString("The password does not match")));
        browser.submit(HERE + "/off", "password", People.PASSWORD, "offCode", "123456")
                .andExpect(content().string(containsString("This code does not match")));
        assertThat(factors.isOn(person.actor().user())).isTrue();
        browser.submit(HERE + "/off", "password", People.PASSWORD, "offCode", codes.get(1))
                .andExpect(redirectedUrl(HERE));
        assertThat(factors.isOn(person.actor().user())).isFalse();
        browser.submit("/account/team", "email", "colleague2@startup.example", "roles", "STARTUP_DATA_SCIENTIST")
                .andExpect(redirectedUrl(HERE));
        assertThat(actions(person)).startsWith("secondFactor.on").endsWith("secondFactor.off");
    }

    @Test
    void replacesASecretOnlyBeforeItIsOn() {
        ActAs person = people.aStartup();
        String first = person.get(factors::begin).secret();
        String second = person.get(factors::begin).secret();
        assertThat(second).isNotEqualTo(first);
        assertThat(factors.isOn(person.actor().user())).isFalse();
        assertThatThrownBy(() -> person.run(() -> factors.confirm(code(first, 0))))
                .isInstanceOf(CodeRefusedException.class);
        person.run(() -> factors.confirm(code(second, 0)));
        assertThatThrownBy(() -> person.get(factors::begin)).isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void isAskedOfEverybodyWhoOpensSignsReviewsLetsGoConfirmsOrAdministers() {
        ActAs startup = people.aStartup().withPasswordOnly();
        ActAs hospital = people.aHospital().withPasswordOnly();
        ActAs reviewing = people.colleagueOf(hospital, Role.HOSPITAL_STEWARD, Role.HOSPITAL_BOARD)
                .withPasswordOnly();
        ActAs administrator = people.anAdministrator().withPasswordOnly();
        SandboxId sandbox = new SandboxId(UUID.randomUUID());
        ProjectId project = new ProjectId(UUID.randomUUID());
        asksForTheSecondStep(startup, () -> access.open(sandbox));
        asksForTheSecondStep(startup, () -> deliveries.file(sandbox, "person.csv"));
        asksForTheSecondStep(startup, () -> sandboxTokens.make(sandbox, "", Duration.ofDays(1)));
        asksForTheSecondStep(startup, () -> agreements.sign(project, "Kim", ""));
        asksForTheSecondStep(startup, () -> teams.invite("x@example.org", Set.of(Role.STARTUP_OWNER), "ko"));
        asksForTheSecondStep(reviewing, () -> preparation.review(sandbox, true, ""));
        asksForTheSecondStep(reviewing, () -> preparation.setRecipe(sandbox, ""));
        asksForTheSecondStep(hospital, () -> agreements.sign(project, "Han", ""));
        asksForTheSecondStep(administrator, () -> billing.confirmTransfer(project, 1, "x"));
        asksForTheSecondStep(administrator, () -> calls.all());
        // a stranger to the role is refused as before, and a stop never waits for it
        assertThatThrownBy(() -> startup.run(() -> calls.all()))
                .isInstanceOfSatisfying(
                        AuthorizationDeniedException.class,
                        e -> assertThat(e.getAuthorizationResult()).isNotInstanceOf(FactorAuthorizationDecision.class));
        assertThatThrownBy(() -> reviewing.run(() -> stops.press(project)))
                .isNotInstanceOf(AuthorizationDeniedException.class);
    }

    private static void asksForTheSecondStep(ActAs person, Runnable act) {
        assertThatThrownBy(() -> person.run(act))
                .isInstanceOfSatisfying(
                        AuthorizationDeniedException.class,
                        e -> assertThat(e.getAuthorizationResult()).isInstanceOf(FactorAuthorizationDecision.class));
    }

    private List<String> recoveryCodes(ActAs person, String secret) {
        return person.get(() -> factors.renewRecoveryCodes(code(secret, 1)));
    }

    private static String secret(Browser browser) throws Exception {
        Matcher found =
                SECRET.matcher(browser.open(HERE).andReturn().getResponse().getContentAsString());
        assertThat(found.find()).isTrue();
        return found.group(1).replace(" ", "");
    }

    private List<String> actions(ActAs person) {
        return history.of(List.of(person.actor().user().value())).stream()
                .map(HistoryLine::action)
                .toList();
    }
}
