package dari.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A team keeps its people, their letters and the keys of its programs; what somebody typed is never lost. */
class TeamJourneyTests extends Journey {

    @Test
    void aColleagueJoinsTakesOverAndWorksForTwoOrganisations() {
        Person owner = person(Locale.ENGLISH).open("/?lang=en");
        signUp(owner, "STARTUP", "Two Harbours", "617-82-00431", "owner@harbours.example");
        owner.signIn("owner@harbours.example", PASSWORD)
                .setUpSecondStep()
                .open("/account")
                .look("130-team");
        owner.fill("email", "baek@harbours.example")
                .check("roles", "STARTUP_DATA_SCIENTIST")
                .press(owner.text("organizations", "organizations.team.submit"));
        owner.isTold(owner.text("organizations", "organizations.team.invited"));
        Person colleague = person(Locale.ENGLISH);
        confirm(colleague, "baek@harbours.example");
        colleague.look("131-joining").fill("displayName", "Baek").fill("password", PASSWORD);
        colleague.press(colleague.text("organizations", "organizations.invitation.submit"));
        colleague.signIn("baek@harbours.example", PASSWORD);

        owner.open("/account").follow("Baek");
        owner.look("132-roles")
                .check("roles", "STARTUP_SIGNATORY")
                .press(owner.text("organizations", "organizations.member.save"));
        owner.isTold(owner.text("organizations", "organizations.member.changed"));
        colleague.open("/account").sees(colleague.text("organizations", "role.STARTUP_SIGNATORY"));

        Person hana = member(Locale.ENGLISH, "hana@gyeolmaru.example").open("/account");
        hana.fill("email", "baek@harbours.example")
                .check("roles", "STARTUP_DATA_SCIENTIST")
                .press(hana.text("organizations", "organizations.team.submit"));
        confirm(colleague, "baek@harbours.example", "결마루");
        colleague.look("133-joining-another").press(colleague.text("organizations", "organizations.invitation.submit"));
        colleague.open("/account/organizations").look("134-two-organisations").sees("Gyeolmaru");
        assertThat(colleague.page.locator(".facename")).containsText("Gyeolmaru");
        colleague.press(colleague.text("organizations", "organizations.leave"));
        colleague.open("/account/organizations").sees("Two Harbours");
        assertThat(colleague.page.locator("main")).not().containsText("Gyeolmaru");

        owner.open("/account/organizations").press(owner.text("organizations", "organizations.leave"));
        owner.sees(owner.text("organizations", "organizations.rule.lastKeeper")).look("135-last-keeper");
        owner.open("/account").follow("Baek").press(owner.text("organizations", "organizations.member.handover"));
        owner.isTold(owner.text("organizations", "organizations.member.handedOver"));
        owner.open("/account/organizations").press(owner.text("organizations", "organizations.leave"));
        // who belongs nowhere is signed out
        owner.open("/account");
        assertThat(owner.page.locator("#password")).isVisible();
    }

    @Test
    void onePersonChoosesWhatComesByLetter() {
        Person steward = member(Locale.KOREAN, "steward@neoul.example")
                .open("/account/notices")
                .look("136-letters");
        steward.check("TALKS", "DAILY").choose("zone", "Europe/Berlin").press(steward.text("letters", "letters.save"));
        steward.open("/account/notices");
        assertThat(steward.page.locator("#TALKS-DAILY")).isChecked();
        assertThat(steward.page.locator("#zone")).hasValue("Europe/Berlin");
        steward.check("TALKS", "AT_ONCE").choose("zone", "Asia/Seoul").press(steward.text("letters", "letters.save"));
    }

    @Test
    void aTokenWorksUntilItIsRevokedAndAnEndpointIsTold() throws IOException, InterruptedException {
        Person startup = member(Locale.ENGLISH, "hana@gyeolmaru.example").open("/account/tokens/new");
        startup.fill("name", "CRM")
                .check("days", "30")
                .check("scopes", "needs:read")
                .look("140-token")
                .press(startup.text("tokens", "tokens.form.make"));
        String token = startup.look("141-token-made").page.locator("#secret").inputValue();
        assertThat(statusOfNeeds(token)).isEqualTo(200);
        startup.open("/account/tokens").look("142-tokens");
        startup.row("CRM").getByText(startup.text("tokens", "tokens.revoke")).click();
        startup.isTold(startup.text("tokens", "tokens.revoked"));
        assertThat(statusOfNeeds(token)).isEqualTo(401);

        startup.open("/account/webhooks/new").fill("url", "https://hooks.harbours.example/dari");
        startup.page.locator("input[name=kinds]").first().check();
        startup.look("143-webhook").press(startup.text("webhooks", "webhooks.form.save"));
        assertThat(startup.page.locator("#secret")).not().isEmpty();
        startup.look("144-webhook-secret").follow(startup.text("tokens", "tokens.made.done"));
        startup.press(startup.text("webhooks", "webhooks.ping"));
        startup.sees("ping").look("145-deliveries").press(startup.text("webhooks", "webhooks.delete"));
    }

    @Test
    void anEndedSessionAndAColleagueLoseNothingThatWasTyped() {
        Person startup = signedInAnew(Locale.ENGLISH, "hana@gyeolmaru.example").open("/startup/needs");
        startup.follow("만성질환 환자의 재방문 위험 예측");
        String need = startup.path();
        Person elsewhere = member(Locale.ENGLISH, "hana@gyeolmaru.example").open(need);
        elsewhere.fill("persons", "1100").press(elsewhere.text("needs", "needs.form.publish"));
        startup.fill("title", "Typed before it was known").press(startup.text("needs", "needs.form.publish"));
        startup.sees("Typed before it was known").look("150-changed-meanwhile");
        List<String> said = startup.takeTroubles();
        assertThat(said).allMatch(trouble -> trouble.contains("409"));

        // the session ends while somebody writes: what keeps drafts notices it and leads to the sign-in page
        startup.open("/startup/needs/new").page.context().clearCookies();
        startup.fill("title", "Sleep apnoea from one lead");
        assertThat(startup.page.locator("#password")).isVisible();
        startup.look("151-session-ended").proveWhoIAm("hana@gyeolmaru.example", DEMO_PASSWORD);
        assertThat(startup.page).hasURL(Pattern.compile("/startup/needs/new"));
        startup.sees("Sleep apnoea from one lead").look("152-still-here");
    }

    private int statusOfNeeds(String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(demo().url() + "/api/v1/needs"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
