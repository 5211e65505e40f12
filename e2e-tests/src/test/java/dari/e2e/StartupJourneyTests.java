package dari.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a startup does before it meets anybody: says what it needs, searches, looks closely, prepares its papers. */
class StartupJourneyTests extends Journey {

    private static final String HANA = "hana@gyeolmaru.example";

    private static final String NEED = "만성질환 환자의 재방문 위험 예측";

    @Test
    void whatIsTypedStaysAndWhatIsPublishedBecomesTheNextVersion() {
        Person startup = member(Locale.ENGLISH, HANA).open("/startup/profile");
        startup.fill("product", "Gyeolmaru Care 2");
        assertThat(startup.page.locator("form [role=status] p")).containsText("Draft kept");
        startup.open("/home").open("/startup/profile").look("80-draft-waiting");
        assertThat(startup.page.locator("#product")).not().hasValue("Gyeolmaru Care 2");
        startup.follow(startup.text("drafts", "drafts.open"));
        assertThat(startup.page.locator("#product")).hasValue("Gyeolmaru Care 2");
        startup.press(startup.text("needs", "needs.profile.save")).open("/startup/profile");
        assertThat(startup.page.locator("#product")).hasValue("Gyeolmaru Care 2");
        assertThat(startup.page.getByText(startup.text("drafts", "drafts.open")))
                .isHidden();

        startup.open("/startup/needs").look("81-needs");
        String before = startup.row(NEED).locator(".tag").first().textContent();
        startup.follow(NEED);
        Locator text = startup.page.locator("#text");
        text.fill(text.inputValue() + " Prospectively.");
        startup.look("82-need-changed").press(startup.text("needs", "needs.form.publish"));
        startup.open("/startup/needs");
        assertThat(startup.row(NEED).locator(".tag").first()).not().hasText(before);
    }

    @Test
    void findsSortsSavesComparesAndReadsWhy() {
        Person startup = member(Locale.KOREAN, HANA).open("/startup/search");
        int all = startup.page.locator("main article.match").count();
        startup.check("format", "format:omop").press(startup.text("discovery", "discovery.apply"));
        assertThat(startup.page.locator("main .chips")).isVisible();
        Locator offers = startup.page.locator("main article.match");
        assertThat(offers.count()).isPositive().isLessThan(all);
        startup.look("83-narrowed").follow(startup.text("discovery", "discovery.save"));
        startup.fill("name", "OMOP 병원").check("alert", "DAILY").look("84-save-search");
        startup.press(startup.text("savedsearches", "savedsearches.form.save"));
        startup.open("/startup/searches").look("85-saved-searches").sees("OMOP 병원");
        startup.follow("OMOP 병원");
        assertThat(startup.page).hasURL(Pattern.compile("format=format(%3A|:)omop"));

        startup.open("/startup/search");
        startup.page.locator("#sort").selectOption("new");
        assertThat(startup.page).hasURL(Pattern.compile("sort=new"));
        startup.page.locator("details.folded > summary").click();
        assertThat(startup.page.locator("details.folded .reasons .is-unmet").first())
                .isVisible();
        Locator picks = startup.page.locator("main input[form=compare]");
        assertThat(picks.count()).isGreaterThanOrEqualTo(4);
        for (int i = 0; i < 4; i++) {
            picks.nth(i).check();
        }
        startup.look("86-chosen").press(startup.text("discovery", "discovery.compare.go"));
        assertThat(startup.page.locator("table.compare thead th")).hasCount(4);
        startup.look("87-compared").prints(4);

        startup.open("/startup/offers");
        startup.look("88-all-offers");
        startup.open("/startup/search");
        startup.page
                .locator("article.match .nearmiss")
                .getByText(startup.text("discovery", "discovery.nearmiss.try"))
                .first()
                .click();
        startup.sees(startup.text("discovery", "discovery.adjusted")).look("89-one-change");
    }

    @Test
    void findsAnOfferAndShowsInterestWithoutAMouse() {
        Person startup = member(Locale.ENGLISH, HANA).open("/startup/search");
        String offer = "Outpatient and diagnosis cohort in OMOP";
        new Keyboard(startup.page)
                .reachesEverything()
                .skipsToWhatThePageIsAbout()
                .to(offer)
                .press("Enter");
        startup.sees(startup.text("offers", "offers.terms"));
        Keyboard keys = new Keyboard(startup.page)
                .reachesEverything()
                .skipsToWhatThePageIsAbout()
                .to(startup.text("discovery", "discovery.offer.interest"));
        keys.press("Enter");
        assertThat(startup.page).hasURL(Pattern.compile("/introductions/"));
        new Keyboard(startup.page).reachesEverything();
        for (String path : List.of("/home", "/startup/needs/new")) {
            new Keyboard(startup.open(path).page).reachesEverything();
        }
    }

    @Test
    void looksBeforeApplyingAsksHowManyAndPlansTheWay() {
        showWhatTheDataLookLike();
        Person startup = member(Locale.ENGLISH, HANA).open("/startup/search");
        startup.follow("Outpatient and diagnosis cohort in OMOP");
        startup.sees(startup.text("offers", "offers.terms"))
                .sees(startup.text("profiles", "profiles.sample.label"))
                .look("90-look-closely");
        String offer = startup.path().replaceFirst("\\?.*", "");

        startup.open(offer + "/feasibility").look("91-how-many");
        startup.fill("ageFrom", "40").fill("ageTo", "79").press(startup.text("feasibility", "feasibility.form.ask"));
        startup.eventually(offer + "/feasibility", "about ").look("92-counted");

        startup.open(offer + "/plan").look("93-way");
        LocalDate start = LocalDate.now(ZoneId.of("Asia/Seoul")).plusMonths(8);
        startup.fill("start", start.toString()).press(startup.text("boards", "boards.wish.plan"));
        startup.isTold(startup.text("boards", "boards.plan.saved"));
        startup.sees(startup.text("boards", "boards.plan.latest")).look("94-way-from-the-wish");
    }

    @Test
    void keepsPapersWithTheirEndAndLearnsWhyOneIsRefused() {
        Person startup = member(Locale.KOREAN, HANA).open("/documents/new").look("95-paper");
        startup.choose("kind", "SECURITY_CERTIFICATION")
                .fill("title", "ISMS-P 2026")
                .fill(
                        "expiresOn",
                        LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(20).toString())
                .upload("file", "isms.txt", "certified, person in charge 900101-1234568")
                .press(startup.text("documents", "documents.save"));
        startup.sees(startup.text("documents", "documents.refused.rrn")).look("96-paper-refused");
        assertThat(startup.page.locator("#title")).hasValue("ISMS-P 2026");
        startup.upload("file", "isms.txt", "certified").press(startup.text("documents", "documents.save"));
        startup.open("/documents").look("97-papers");
        Locator paper = startup.row("ISMS-P 2026");
        assertThat(paper).containsText(startup.text("documents", "documents.state.ENDING"));
        paper.getByRole(AriaRole.LINK).first().click();
        startup.look("98-one-paper");
    }

    private void showWhatTheDataLookLike() {
        Person steward = member(Locale.ENGLISH, "steward@neoul.example").open("/hospital/profiles");
        steward.page
                .locator("main form button", new Page.LocatorOptions().setHasText("omop"))
                .click();
        steward.eventually(steward.path(), steward.text("profiles", "profiles.coarsen"));
        steward.fill("name", "Park").press(steward.text("profiles", "profiles.sign"));
        steward.sees("SHA-256");
    }
}
