package dari.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the first visit to the opened sandbox, as the people who do it, in a real browser. */
class MarketplaceJourneyTests extends Journey {

    @ParameterizedTest
    @CsvSource({
        "ko,neoul,omop,공통데이터모델 외래·진단 코호트,314-15-92653",
        "en,mulpure,synthea,Encounters and conditions from health records,271-82-81828"
    })
    void fromTheFirstVisitToTheOpenedSandbox(
            String language, String hospital, String source, String offer, String number) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        String name = "ko".equals(language) ? "새벽노을" : "Dawnglow";
        String email = "owner@" + language + "-dawn.example";

        Person startup = person(locale);
        startup.open("/?lang=" + language).look("01-front");
        startup.open("/signup").look("02-signup");
        signUp(startup, "STARTUP", name, number, email);
        startup.signIn(email, PASSWORD).look("03-home").setUpSecondStep();

        Person administrator = member(locale, "admin@dari.example");
        administrator.eventually("/program/verifications", name);
        administrator.look("04-verifications");
        administrator.follow(name).look("05-verification");
        administrator.fill("reason", "ok").press(administrator.text("admin", "admin.verification.approve"));

        startup.open("/startup/profile").look("06-profile");
        startup.fill("product", "Dawn")
                .fill("intendedUse", "Foresees return visits")
                .press(startup.text("needs", "needs.profile.save"));
        startup.open("/startup/needs/new").look("07-need");
        startup.fill("title", "Readmission of chronic patients " + language)
                .fill("text", "외래 방문과 진단 이력으로 재방문을 예측합니다")
                .fill("modality", "EHR")
                .fill("persons", "1000")
                .fill("yearFrom", "2012")
                .fill("yearTo", "2018")
                .press(startup.text("needs", "needs.form.publish"));
        startup.look("08-search");
        startup.check("format", source.equals("omop") ? "format:omop" : "format:csv")
                .press(startup.text("discovery", "discovery.apply"));
        startup.follow(offer).look("09-offer");
        startup.press(startup.text("discovery", "discovery.offer.interest"));
        startup.look("10-introduction");

        Person office = member(locale, "office@" + hospital + ".example");
        office.open("/hospital/offers").look("11-hospital-offers");
        office.open("/hospital/offers/new").look("12-hospital-offer");
        office.open("/introductions").look("13-introductions");
        office.page
                .locator("main tbody tr", new Page.LocatorOptions().setHasText(name))
                .getByRole(AriaRole.LINK)
                .click();
        office.press(office.text("introductions", "introductions.accept"));
        office.fill("body", "Welcome").press(office.text("introductions", "introductions.send"));
        office.look("14-conversation").open(office.path() + "/quotes").look("14-quotes");

        startup.open("/documents/new").choose("kind", "TAX_CLEARANCE").fill("title", "Tax " + language);
        startup.page.setInputFiles(
                "#file", new FilePayload("tax.txt", "text/plain", name.getBytes(StandardCharsets.UTF_8)));
        startup.press(startup.text("documents", "documents.save"));
        startup.open("/startup/applications").look("15-applications");
        String call = "ko".equals(language) ? "의료 AI 데이터 활용 바우처" : "Medical AI data voucher";
        startup.page
                .locator("main li", new Page.LocatorOptions().setHasText(call))
                .locator("a[href*='/startup/applications/new']")
                .click();
        startup.page.locator("input[name=introduction]").first().check();
        startup.press(startup.text("forms", "forms.new.begin"));
        startup.fill("q-summaryKo", "만성질환 환자의 재방문을 미리 알립니다.")
                .fill("q-summaryEn", "Foresees return visits of chronic patients.")
                .fill("q-benefit", "Fewer emergencies")
                .fill("q-plan", "Train, test, destroy")
                .fill("q-product", "Dawn")
                .fill("q-patients", "1000")
                .fill("q-price", "80000000")
                .fill("q-start", "2027-03-02")
                .check("track", "small")
                .check("q.stage", "none")
                .check("q.dataKinds", "structured")
                .check("q.generative", "no")
                .check("declared.SIZE", "SMALL")
                .check("declared.TAX_ARREARS", "NO")
                .check("declared.DUPLICATE_FUNDING", "NO")
                .check("declared.DEBARRED", "NO")
                .check("declared.REGION", "OTHER");
        startup.page.locator("#q-taxCertificate").selectOption(new SelectOption().setIndex(1));
        startup.look("16-application").press(startup.text("admin", "admin.application.submit"));
        startup.look("17-receipt").prints(3);

        administrator.open("/program/calls").look("18-calls");
        administrator.follow(call).look("19-board");
        administrator.follow(name);
        administrator.press(administrator.text("admin", "admin.decision.assign"));
        List<Person> voters = new ArrayList<>();
        for (String reviewer : List.of("reviewer1@dari.example", "reviewer2@dari.example")) {
            Person panel = member(locale, reviewer);
            voters.add(panel);
            panel.open("/reviews").look("20-reviews");
            panel.follow(name);
            panel.press(panel.text("admin", "admin.review.noConflict"));
            for (String criterion : List.of("need", "plan", "team", "benefit")) {
                panel.check("score." + criterion, "4");
            }
            panel.fill("comment", "Well prepared").look("21-review");
            panel.press(panel.text("admin", "admin.review.submit"));
        }
        administrator.page.reload();
        administrator.look("22-decision");
        String application = administrator.page.url().replaceFirst("[?#].*", "").replaceFirst(".*/", "");
        decideChecks(administrator, application);
        administrator
                .open("/program/applications/" + application)
                .follow(administrator.text("panel", "panel.conduct.title"))
                .press(administrator.text("panel", "panel.open"))
                .isTold(administrator.text("panel", "panel.opened"))
                .look("22-vote");
        if (!hospital.equals("mulpure")) {
            // On the demo's panel sits a board member of that hospital, who stays out of its own applications.
            voters.add(member(locale, "board@mulpure.example"));
        }
        for (Person voter : voters) {
            voter.open("/panel").look("22-panel").follow(name);
            voter.check("choice", "APPROVE")
                    .fill("reason", "Clear need and plan")
                    .look("22-ballot")
                    .press(voter.text("panel", "panel.vote.cast"));
        }
        administrator.page.reload();
        administrator.fill("text", "All agreed").press(administrator.text("panel", "panel.close"));
        administrator.fill("text", "Clear need and plan").look("22-result");
        administrator.press(administrator.text("panel", "panel.publish"));

        startup.eventually("/projects", "P-20");
        startup.page.locator("main tbody a").first().click();
        startup.look("23-project");
        String project = startup.page.url().replaceFirst(".*/projects/", "");
        for (String part : List.of("route", "duties", "invoice", "pooling")) {
            startup.open("/projects/" + project + "/" + part).look("23-" + part);
        }
        office.open("/hospital/sittings").look("23-sittings");
        office.open("/projects/" + project);
        office.fill("reference", "IRB-2026-7").press(office.text("projects", "projects.approval.save"));
        sign(startup, project, "24-agreement");
        sign(office, project, "25-agreement-hospital");
        administrator.open("/program/payments").look("26-payments");
        if ("ko".equals(language)) {
            payByCard(startup, project);
        } else {
            confirmTransfer(administrator, project);
        }
        for (String part : List.of("ledger", "statements", "reconciliation")) {
            administrator.open("/program/" + part).look("27-" + part);
        }

        Person steward = member(locale, "steward@" + hospital + ".example");
        steward.open("/hospital/sandboxes").look("28-releases");
        steward.page
                .locator("main tbody tr", new Page.LocatorOptions().setHasText(name))
                .first()
                .getByRole(AriaRole.LINK)
                .click();
        String gate = steward.page.url().replaceFirst("https?://[^/]+", "");
        steward.fill("recipe", Files.readString(demo().recipe(source)))
                .press(steward.text("sandboxes", "sandboxes.recipe.save"));
        steward.eventually(gate, "agent approve");
        steward.look("29-recipe");
        steward.open(gate + "/recipe-form").look("29-recipe-form");
        steward.choose("goal", "synthesize")
                .press(steward.text("recipes", "recipes.show"))
                .sees(steward.text("recipes", "recipes.promise"))
                .look("29-recipe-form-invents");
        steward.open(gate);
        String hash = steward.page
                .locator("code", new Page.LocatorOptions().setHasText("agent approve"))
                .textContent()
                .replace("agent approve ", "")
                .strip();
        demo().approve(hospital, hash);
        steward.eventually(gate, steward.text("sandboxes", "sandboxes.status.IN_REVIEW"));
        List<Person> reviewers = new ArrayList<>();
        boolean asFiles = hospital.equals("mulpure");
        for (String colleague : asFiles ? List.of("board", "board2", "privacy") : List.of("board", "privacy")) {
            Person looking = member(locale, colleague + "@" + hospital + ".example");
            reviewers.add(looking);
            looking.open(gate).look("30-gate-" + colleague);
            looking.fill("reason", "k, attacks and limits read")
                    .press(looking.text("sandboxes", "sandboxes.review.approve"));
        }

        startup.open("/sandboxes").look("31-sandboxes");
        startup.page.locator("main tbody a").first().click();
        startup.look("32-sandbox");
        String sandbox = startup.path();
        for (String part : List.of("query", "explore", "exports", "delivery")) {
            startup.open(sandbox + "/" + part).look("32-" + part);
        }
        if (!asFiles) {
            // the hospital keeps these data in Dari: the page says why no file leaves
            assertThat(startup.page.locator("main a[href*='/files/']")).hasCount(0);
        }
        startup.open(sandbox)
                .follow(startup.text("sandboxes", "sandboxes.cert.title"))
                .look("33-certificate")
                .prints(3);
        startup.open("/projects/" + project).look("34-live");
        Person privacy = reviewers.get(reviewers.size() - 1);
        SandboxLife life = new SandboxLife(startup, administrator, office, steward, privacy, sandbox, project);
        if ("ko".equals(language)) {
            life.isAccepted();
            life.isRevoked(life.isAskedByAProgram());
            life.exportLeavesAndIsCalledBack();
        } else {
            life.leavesAsFilesAndToAProgram();
            life.isObjectedToAndPaidBack();
            life.isStoppedAndOpenedAgain();
        }

        Person citizen = person(locale);
        citizen.open("/register?lang=" + language).look("35-register");
        citizen.page.locator("main h2 a").first().click();
        citizen.look("36-entry");
        assertThat(citizen.page.locator("main")).containsText(name);
        citizen.open("/offers").look("37-offers");
        citizen.open("/calls").look("38-calls");

        reportAndEnd(startup, office, project);
        life.isDestroyed(citizen);
    }

    @ParameterizedTest
    @CsvSource({"ko,새솔병원,410-81-36271", "en,Saesol Hospital,502-82-44718"})
    void aHospitalJoinsEnrolsItsAgentAndListsAnOfferThatAStartupFinds(String language, String name, String number) {
        Locale locale = Locale.forLanguageTag(language);
        String domain = "@" + language + "-saesol.example";
        Person office = person(locale);
        office.open("/signup?face=HOSPITAL&lang=" + language);
        office.fill("name", name)
                .fill("registrationNumber", "1234567890")
                .fill("address", "전라남도 화순군 서양로 1")
                .fill("displayName", "Han")
                .fill("email", "office" + domain)
                .fill("password", PASSWORD)
                .press(office.text("organizations", "organizations.signup.submit"));
        assertThat(office.page.locator("#registrationNumber-error")).isVisible();
        assertThat(office.page.locator("#name")).hasValue(name);
        office.look("40-signup-error");
        office.fill("registrationNumber", validNumber(number))
                .fill("password", PASSWORD)
                .press(office.text("organizations", "organizations.signup.submit"));
        confirm(office, "office" + domain);
        office.signIn("office" + domain, PASSWORD).setUpSecondStep();

        Person administrator = member(locale, "admin@dari.example");
        administrator.eventually("/program/verifications", name);
        administrator.follow(name);
        administrator.fill("reason", "ok").press(administrator.text("admin", "admin.verification.approve"));

        office.open("/account").look("41-team");
        office.fill("email", "steward" + domain)
                .check("roles", "HOSPITAL_STEWARD")
                .press(office.text("organizations", "organizations.team.submit"));
        Person steward = person(locale);
        confirm(steward, "steward" + domain);
        steward.look("42-invitation");
        steward.fill("displayName", "Park")
                .fill("password", PASSWORD)
                .press(steward.text("organizations", "organizations.invitation.submit"));
        steward.signIn("steward" + domain, PASSWORD).setUpSecondStep().open("/hospital/agents");
        steward.press(steward.text("agents", "agents.issue"));
        steward.look("43-enrolment-code");
        demo().startAgent(
                        "mulpure",
                        "saesol-" + language,
                        steward.page.locator("main .note code").textContent());

        office.eventually("/hospital/offers/new", "synthea");
        signProfile(steward);
        office.fill("titleKo", "새솔 외래 자료 " + language)
                .fill("titleEn", "Saesol encounters " + language)
                .fill("summaryKo", "외래 방문과 진단 자료입니다.")
                .fill("summaryEn", "Encounters and conditions.")
                .fill("modality", "EHR")
                .fill("persons", "many")
                .fill("yearFrom", "2010")
                .fill("yearTo", "2019")
                .check("formats", "format:csv")
                .choose("source", "synthea")
                .choose("commercialUse", "yes")
                .choose("aiTrain", "yes")
                .press(office.text("offers", "offers.form.publish"));
        assertThat(office.page.locator("#persons-error")).isVisible();
        assertThat(office.page.locator("#titleEn")).hasValue("Saesol encounters " + language);
        office.look("44-offer-error");
        office.fill("persons", "1160").press(office.text("offers", "offers.form.publish"));

        Person startup = member(locale, "hana@gyeolmaru.example");
        startup.eventually("/startup/search", language.equals("ko") ? "새솔 외래 자료 ko" : "Saesol encounters en");
        startup.look("45-found");
        startup.follow(language.equals("ko") ? "새솔 외래 자료 ko" : "Saesol encounters en");
        assertThat(startup.page.locator("main")).containsText(startup.text("profiles", "profiles.section"));
        assertThat(startup.page.locator("main")).containsText("encounters");
        assertThat(startup.page.locator("main")).not().containsText("BIRTHDATE");
        startup.look("49-profile-shown").page.goBack();
        assertThat(startup.page.locator("article.match .nearmiss").first()).isVisible();
        administrator.open("/program/history?check=true").look("46-history");
        assertThat(administrator.page.locator("main")).containsText(administrator.text("audit", "audit.whole"));
        assertThat(administrator.page.locator("main")).containsText("Park · " + name);
    }

    @Test
    void searchesAndNarrowsWithoutJavaScript() {
        Person startup =
                withoutScripts(Locale.ENGLISH, "hana@gyeolmaru.example").open("/startup/search");
        Locator offers = startup.page.locator("main article.match");
        int before = offers.count();
        startup.check("format", "format:omop").press(startup.text("discovery", "discovery.apply"));
        assertThat(startup.page).hasURL(Pattern.compile("format=format(%3A|:)omop"));
        assertThat(offers.count()).isPositive().isLessThan(before);
        startup.page.locator("#q").fill("no such words anywhere");
        startup.press(startup.text("discovery", "discovery.find"));
        assertThat(startup.page.locator("h1")).hasText(startup.text("discovery", "discovery.title"));
    }

    @Test
    void signsInWithAPasskeyAsBothSteps() {
        Person privacy = signedInAnew(Locale.ENGLISH, "privacy@neoul.example");
        CDPSession devices = privacy.page.context().newCDPSession(privacy.page);
        devices.send("WebAuthn.enable");
        JsonObject device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        JsonObject options = new JsonObject();
        options.add("options", device);
        String id = devices.send("WebAuthn.addVirtualAuthenticator", options)
                .get("authenticatorId")
                .getAsString();

        privacy.open("/account/passkeys").look("60-passkeys");
        privacy.fill("passkey-name", "Work laptop").press(privacy.text("passkeys", "passkeys.add.submit"));
        assertThat(privacy.page.locator("main h3")).hasText("Work laptop");
        privacy.look("61-passkey").press(privacy.text("layout", "layout.nav.logout"));
        privacy.open("/account/passkeys");
        assertThat(privacy.page.locator("h1")).hasText(privacy.text("site", "site.login.title"));
        privacy.look("62-sign-in").press(privacy.text("passkeys", "passkeys.signIn.submit"));
        // where the person was going, and with the second step done: otherwise nothing could be added
        assertThat(privacy.page.locator("h1")).hasText(privacy.text("passkeys", "passkeys.title"));
        assertThat(privacy.page.locator("#passkey-name")).isVisible();

        JsonObject stranger = new JsonObject();
        stranger.addProperty("authenticatorId", id);
        stranger.addProperty("isUserVerified", false);
        devices.send("WebAuthn.setUserVerified", stranger);
        privacy.press(privacy.text("layout", "layout.nav.logout"));
        privacy.open("/login").press(privacy.text("passkeys", "passkeys.signIn.submit"));
        assertThat(privacy.page.getByText(privacy.text("passkeys", "passkeys.trouble")))
                .isVisible();
    }

    @Test
    void anAuditorLooksAtTheCallOfTheMandateOnly() {
        Person administrator = member(Locale.KOREAN, "admin@dari.example");
        administrator.open("/program/auditors").look("70-auditors");
        administrator.page.locator("#auditor").selectOption(new SelectOption().setLabel("오가온"));
        administrator.page.locator("input[name='calls']").first().check();
        administrator.fill("reason", "2026년 정기 감사").press(administrator.text("auditors", "auditors.grant.submit"));
        assertThat(administrator.page.locator("main tbody")).containsText("2026년 정기 감사");
        administrator.look("71-mandate");

        Person auditor = member(Locale.KOREAN, "auditor@dari.example");
        auditor.open("/audits").look("72-audits");
        auditor.page.locator("main section a").first().click();
        assertThat(auditor.page.locator("main")).containsText(auditor.text("auditors", "auditors.recorded"));
        auditor.look("73-audited-call").open("/account/notices").look("74-notices");
    }

    @Test
    void seesWhatIsWrongWithABrokenPage() {
        Person visitor = person(Locale.ENGLISH);
        visitor.page.setContent("<html><body><img src='about:blank'><input>"
                + "<p style='width: 3000px'>wide</p><script>throw new Error('broken')</script></body></html>");
        visitor.examine();
        assertThat(String.join("\n", visitor.takeTroubles()))
                .contains("image-alt", "label", "html-has-lang", "wider than the window", "broken");
    }

    /** The steward has what the agent made, hides a column, looks, and signs. */
    private static void signProfile(Person steward) {
        steward.open("/hospital/profiles").look("47-profiles");
        steward.page
                .locator("main form button", new Page.LocatorOptions().setHasText("synthea"))
                .click();
        String page = steward.page.url().replaceFirst("https?://[^/]+", "");
        steward.eventually(page, steward.text("profiles", "profiles.coarsen"));
        steward.check("hiddenColumns", "patients.BIRTHDATE");
        steward.press(steward.text("profiles", "profiles.preview")).look("48-profile");
        steward.fill("name", "Park").press(steward.text("profiles", "profiles.sign"));
        assertThat(steward.page.locator("main")).containsText("SHA-256");
    }

    private static void reportAndEnd(Person startup, Person office, String project) {
        startup.open("/projects/" + project + "/outcomes").look("39-outcomes");
        startup.fill("title", "Readmission after three months")
                .fill("reference", "10.1000/182")
                .press(startup.text("outcomes", "outcomes.report.submit"));
        startup.choose("data", "5")
                .choose("answers", "4")
                .fill("remark", "Answers came within a day")
                .press(startup.text("outcomes", "outcomes.feedback.submit"));
        office.open("/projects/" + project + "/outcomes").sees("10.1000/182").look("40-outcomes-read");
        office.open("/projects/" + project)
                .page
                .getByText(office.text("projects", "projects.end"))
                .first()
                .click();
        office.fill("end-reason", "The study is done")
                .look("41-end")
                .press(office.text("projects", "projects.end.submit"));
        startup.open("/projects/" + project).sees("The study is done").look("42-ended");
        startup.open("/projects/" + project + "/whole").look("43-whole");
        startup.eventually("/sandboxes", startup.text("sandboxes", "sandboxes.status.EXPIRED"));
        office.open("/hospital/capacity").look("44-capacity");
    }

    private static void payByCard(Person startup, String project) {
        startup.open("/projects/" + project).press(startup.text("billing", "billing.card"));
        assertThat(startup.page.locator("h1")).hasText(startup.text("demo", "demo.stripe.title"));
        startup.look("27-checkout");
        startup.press(startup.text("demo", "demo.stripe.pay"));
        assertThat(startup.page).hasURL(Pattern.compile("/projects/" + project));
        startup.eventually("/projects/" + project, startup.text("billing", "billing.status.PAID"));
    }

    private static void confirmTransfer(Person administrator, String project) {
        administrator.open("/program/payments/" + project);
        administrator.fill("won", "1,250,000").fill("reference", "T-20261124-7").look("27-payment");
        administrator.press(administrator.text("billing", "billing.confirm"));
    }

    private static void sign(Person person, String project, String picture) {
        person.open("/agreements/" + project).look(picture).prints(12);
        person.fill("name", "Kim").press(person.text("agreements", "agreements.sign"));
    }
}
