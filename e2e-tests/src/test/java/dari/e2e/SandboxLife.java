package dari.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What people do with a sandbox from the first look to the proof that its files are gone, each by their own pages.
 *
 * @param sandbox the startup's page of it
 * @param project the project's id
 */
record SandboxLife(
        Person startup,
        Person administrator,
        Person office,
        Person steward,
        Person privacy,
        String sandbox,
        String project) {

    private static final String RESULTS = "group,persons\nvisited again,120\ndid not,310\n";

    /** The data are as agreed. */
    void isAccepted() {
        startup.open(acceptance())
                .look("60-acceptance")
                .press(startup.text("acceptance", "acceptance.accept"))
                .sees(startup.text("acceptance", "acceptance.turn.ACCEPTED"));
    }

    /** The data are not: the hospital gives a part of the price back, and finance books it. */
    void isObjectedToAndPaidBack() {
        startup.open(acceptance())
                .page
                .getByText(startup.text("acceptance", "acceptance.object.title"))
                .click();
        startup.press(startup.text("acceptance", "acceptance.object"));
        assertThat(startup.page.getByRole(AriaRole.ALERT))
                .containsText(startup.text("acceptance", "acceptance.points.missing"));
        startup.fill("point.", "Fewer years than agreed").press(startup.text("acceptance", "acceptance.object"));
        startup.sees(startup.text("acceptance", "acceptance.turn.OBJECTED"));

        office.open(acceptance()).sees("Fewer years than agreed").look("60-objection");
        office.check("remedy", "REFUND")
                .fill("won", "100,000")
                .fill("reason", "Two years are missing, as you say")
                .press(office.text("acceptance", "acceptance.answer.send"));

        administrator.open(acceptance()).look("60-refund");
        administrator.press(administrator.text("acceptance", "acceptance.refund"));
        startup.open(acceptance())
                .sees(startup.text("acceptance", "acceptance.turn.REFUNDED"))
                .look("60-refunded");
    }

    /** A table of results leaves after two people of the hospital agreed, marked, and is called back. */
    void exportLeavesAndIsCalledBack() throws IOException {
        startup.open(sandbox + "/exports").check("kind", "RESULTS");
        startup.fill("title", "Table 1")
                .fill("purpose", "For the paper")
                .upload("files", "table1.csv", RESULTS)
                .press(startup.text("exports", "exports.new.scan"))
                .look("61-export-draft")
                .press(startup.text("exports", "exports.submit"))
                .sees(startup.text("exports", "exports.state.IN_REVIEW"));
        String export = startup.path();
        assertThat(startup.page.locator("main a[href*='/files/']")).hasCount(0);

        for (Person looking : List.of(steward, privacy)) {
            looking.open("/hospital/exports").look("61-desk").follow("Table 1");
            looking.sees("visited again")
                    .look("61-review")
                    .fill("reason", "No group is small")
                    .press(looking.text("exports", "exports.approve"));
        }

        startup.open(export).look("61-export");
        Download left = startup.page.waitForDownload(
                () -> startup.page.locator("main a[href*='/files/']").click());
        assertThat(Files.readString(left.path())).startsWith("#").endsWith(RESULTS);

        steward.open("/hospital" + export).fill("reason", "A group was named wrongly");
        steward.press(steward.text("exports", "exports.revoke"));
        startup.open(export).sees("A group was named wrongly");
        assertThat(startup.page.locator("main a[href*='/files/']")).hasCount(0);
        startup.look("61-revoked")
                .fill("words", "Every copy is deleted")
                .press(startup.text("exports", "exports.attest.send"));
        assertThat(startup.page.locator("#words")).hasCount(0);
    }

    /** A program asks and goes on with a file that a person began; all of it stands on the hospital's page of use. */
    void leavesAsFilesAndToAProgram() throws IOException {
        startup.open(delivery()).sees(startup.text("delivery", "delivery.files.yes"));
        Locator listed = startup.row("patients.csv");
        String hash = listed.locator(".hash").textContent();
        Download taken = startup.page.waitForDownload(
                () -> listed.getByRole(AriaRole.LINK).click());
        byte[] file = Files.readAllBytes(taken.path());
        assertThat(DigestUtils.sha256Hex(file)).isEqualTo(hash);
        Download statement =
                startup.page.waitForDownload(() -> startup.follow(startup.text("delivery", "delivery.sidecar")));
        assertThat(Files.readString(statement.path())).contains("signature", hash);

        String token = isAskedByAProgram();
        APIResponse rest = startup.page
                .request()
                .get(api("/release/files/patients.csv"), authorized(token).setHeader("Range", "bytes=100-"));
        assertThat(rest.status()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(file, 100, file.length));

        steward.open("/hospital" + sandbox + "/use").sees(steward.text("uses", "uses.sent"));
        // a line for each network that it was taken from: the browser and the program need not share one
        List<String> requests = steward.rows("patients.csv")
                .locator("td[data-label='" + steward.text("uses", "uses.requests") + "']")
                .allTextContents();
        assertThat(requests.stream().mapToInt(Integer::parseInt).sum()).isEqualTo(2);
        steward.look("64-files-taken");
        isRevoked(token);
        assertThat(startup.page
                        .request()
                        .get(api("/release/files/patients.csv"), authorized(token))
                        .status())
                .isEqualTo(401);
    }

    /** A token is shown once and answers; the hospital reads what went. */
    String isAskedByAProgram() {
        startup.open(delivery())
                .fill("name", "Notebook")
                .press(startup.text("delivery", "delivery.form.make"))
                .look("64-token");
        String token = startup.page.locator("#secret").inputValue();
        startup.follow(startup.text("delivery", "delivery.made.done")).look("64-delivery");
        assertThat(startup.page.content()).doesNotContain(token);
        APIResponse answer = ask(token);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("\"rows\"", "\"n\"");
        steward.open("/hospital" + sandbox + "/use")
                .sees(steward.text("queries", "queries.use.given"))
                .look("64-use");
        return token;
    }

    /** Once revoked, it gets nothing any more. */
    void isRevoked(String token) {
        startup.open(delivery()).press(startup.text("delivery", "delivery.token.revoke") + " Notebook");
        startup.sees(startup.text("delivery", "delivery.token.state.revoked.STARTUP"));
        assertThat(ask(token).status()).isEqualTo(401);
    }

    /** Asks what the page's own lines for programs ask. */
    private APIResponse ask(String token) {
        String lines = startup.page
                .locator("pre")
                .filter(new Locator.FilterOptions().setHasText("SELECT"))
                .first()
                .textContent();
        String counting = lines.replaceFirst("(?s).*(SELECT [^\"]+).*", "$1");
        return startup.page.request().post(api("/query"), authorized(token).setData(Map.of("sql", counting)));
    }

    private static RequestOptions authorized(String token) {
        return RequestOptions.create().setHeader("Authorization", "Bearer " + token);
    }

    private String api(String path) {
        return startup.page.url().replaceFirst("(https?://[^/]+).*", "$1") + "/api/v1" + sandbox + path;
    }

    private String delivery() {
        return sandbox + "/delivery";
    }

    /** One press closes everything, the reason comes afterwards, and access comes back by a second act. */
    void isStoppedAndOpenedAgain() {
        privacy.open("/projects/" + project + "/safety").look("62-safety");
        privacy.press(privacy.text("incidents", "incidents.press"));
        startup.open(sandbox)
                .sees(startup.text("sandboxes", "sandboxes.stopped"))
                .look("62-stopped");
        startup.open(sandbox + "/query");
        assertThat(startup.page.locator("main textarea")).hasCount(0);

        privacy.open("/projects/" + project + "/safety")
                .fill("reason", "A laptop was lost")
                .press(privacy.text("incidents", "incidents.reason.save"))
                .look("62-reason");
        privacy.fill("reason", "It was found, locked").press(privacy.text("incidents", "incidents.lift"));
        startup.open(sandbox + "/query");
        assertThat(startup.page.locator("main textarea").first()).isVisible();
    }

    /** The use is over: files here and keys at the hospital are removed, and whoever asks gets the proof. */
    void isDestroyed(Person citizen) {
        String page = "/projects/" + project + "/destruction";
        steward.eventually(page, steward.text("destruction", "destruction.key.DONE"));
        steward.eventually(page, steward.text("destruction", "destruction.proof"));
        steward.look("63-destruction");
        assertThat(steward.page.locator("main tbody tr").first()).isVisible();
        citizen.open("/register").page.locator("main h2 a").first().click();
        citizen.sees(citizen.text("destruction", "register.step.sandbox.destroyed"))
                .look("63-entry");
    }

    private String acceptance() {
        return sandbox.replaceFirst("/sandboxes/", "/acceptance/");
    }
}
