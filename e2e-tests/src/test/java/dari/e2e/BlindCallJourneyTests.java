package dari.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Reviewers who see no names; a no that an appeal changes; and two hospitals that each get their part of the project. */
class BlindCallJourneyTests extends CallJourney {

    private static final Locale LOCALE = Locale.ENGLISH;
    private static final Pattern SIDES = Pattern.compile("Gyeolmaru|결마루|Neoul|너울|Mulpure|물푸레");
    private static final List<String> REVIEWERS = List.of("reviewer1@dari.example", "reviewer2@dari.example");

    @Test
    void anAppealChangesTheNoOfABlindCallAndBothHospitalsGetTheirPart() {
        Person administrator = member(LOCALE, "admin@dari.example");
        String call = draft(administrator, "눈가림 바우처", "Blind voucher", 2);
        String desk = "/program/calls/" + call;
        administrator
                .open(desk + "/design/rules")
                .fill("places", "0")
                .fill("passMark", "0")
                .fill("reservePlaces", "0")
                .press(administrator.text("admin", "admin.save"));
        administrator
                .open(desk + "/assignment")
                .check("blind", "true")
                .press(administrator.text("admin", "admin.save"));
        administrator.open(desk + "/design").press(administrator.text("admin", "admin.call.open"));

        Person startup = member(LOCALE, "hana@gyeolmaru.example");
        Person neoul = member(LOCALE, "office@neoul.example");
        Person mulpure = member(LOCALE, "office@mulpure.example");
        String application = applyWithTwoHospitals(startup, call, neoul, mulpure);
        administrator.open(desk).press(administrator.text("admin", "admin.call.close"));
        administrator.open(desk + "/assignment").press(administrator.text("reviewers", "reviewers.assignment.propose"));
        administrator
                .page
                .locator("main form[action$='/assignment/confirm'] button")
                .click();
        REVIEWERS.forEach(email -> reviewBlind(member(LOCALE, email)));

        seat(administrator, desk, List.of("서도윤", "민채원"));
        decideChecks(administrator, application);
        String panel = "/program/applications/" + application + "/panel";
        administrator
                .open(panel)
                .press(administrator.text("panel", "panel.open"))
                .isTold(administrator.text("panel", "panel.opened"));
        agree(neoul);
        agree(mulpure);
        REVIEWERS.forEach(email -> refuse(member(LOCALE, email)));
        administrator.open(panel).fill("text", "Both said no").press(administrator.text("panel", "panel.close"));
        administrator.fill("text", "Not this year").press(administrator.text("panel", "panel.publish"));

        String decision = "/startup/applications/" + application + "/decision";
        startup.open(decision)
                .fill("text", "The plan says on page two how patients are protected.")
                .press(startup.text("panel", "panel.appeal.raise"));
        answerAppeal(administrator, panel);
        startup.open(decision).look("144-appeal-answered");
        assertThat(startup.page.locator("main")).containsText(startup.text("panel", "panel.appeal.CHANGED"));
        seesBothParts(startup);
    }

    private String applyWithTwoHospitals(Person startup, String call, Person neoul, Person mulpure) {
        introduce(startup, "Emergency visits and tests", neoul);
        introduce(startup, "Encounters and conditions from health records", mulpure);
        keepCertificate(startup, "Tax clearance, blind");
        String application = begin(startup, call, "Emergency visits and tests", "20000000");
        startup.press(startup.text("admin", "admin.application.save"));
        startup.open("/startup/applications/" + application + "/decision");
        Locator further = startup.page.locator(
                "#partner option",
                new Page.LocatorOptions().setHasText("Encounters and conditions from health records"));
        startup.choose("partner", further.getAttribute("value")).press(startup.text("panel", "panel.datasets.add"));
        startup.look("140-two-hospitals");
        startup.open("/startup/applications/" + application).press(startup.text("admin", "admin.application.submit"));
        return application;
    }

    /** Ties are declared among everybody who applied, so that nobody learns whose application it is; then no name is seen. */
    private static void reviewBlind(Person reviewer) {
        reviewer.open("/reviews");
        reviewer.rows(reviewer.text("reviewers", "reviewers.hidden"))
                .filter(new Locator.FilterOptions().setHasText(reviewer.text("admin", "admin.review.status.INVITED")))
                .first()
                .getByRole(AriaRole.LINK)
                .click();
        reviewer.press(reviewer.text("reviewers", "reviewers.ties.send"));
        assertThat(reviewer.page.locator("main").textContent()).doesNotContainPattern(SIDES);
        for (String criterion : List.of("need", "plan", "team", "benefit")) {
            reviewer.check("score." + criterion, "2");
        }
        reviewer.fill("comment", "The protection of patients is not described").look("141-blind-review");
        reviewer.press(reviewer.text("admin", "admin.review.submit"));
    }

    /** A hospital says yes for its own data. */
    private static void agree(Person office) {
        Locator pending = office.page
                .locator("main tbody tr", new Page.LocatorOptions().setHas(office.page.locator(".is-mine")))
                .first();
        office.eventually("/hospital/decisions", pending);
        pending.getByRole(AriaRole.LINK).first().click();
        office.check("outcome", "APPROVED")
                .fill("reason", "The board agreed")
                .press(office.text("hospitaldecisions", "hospitaldecisions.answer"));
    }

    private static void refuse(Person voter) {
        voter.open("/panel").row("Blind voucher").getByRole(AriaRole.LINK).click();
        voter.check("choice", "REJECT").fill("reason", "Patients are not protected well enough");
        voter.press(voter.text("panel", "panel.vote.cast"));
    }

    /** By two people who neither reviewed nor voted, and belong to no side. */
    private void answerAppeal(Person administrator, String panel) {
        administrator.open(panel).look("142-appeal");
        for (String name : List.of("남가을", "도하람")) {
            administrator.page.getByLabel(Pattern.compile(name)).check();
        }
        administrator.press(administrator.text("panel", "panel.appeal.appoint"));
        for (String email : List.of("board1@solbaram.example", "board2@solbaram.example")) {
            Person handler = member(LOCALE, email);
            handler.open("/panel").follow("Gyeolmaru");
            handler.check("answer", "change").fill("reason", "Page two does say it");
            if (email.startsWith("board1")) {
                handler.look("143-answer");
            }
            handler.press(handler.text("panel", "panel.appeal.answer"));
        }
    }

    private static void seesBothParts(Person startup) {
        Locator parts = startup.page.locator("main a[href$='/whole']").first();
        startup.eventually("/projects", parts);
        parts.click();
        startup.look("145-parts");
        assertThat(startup.page.locator("main tbody tr")).hasCount(2);
        assertThat(startup.page.locator("main")).containsText("Neoul");
        assertThat(startup.page.locator("main")).containsText("Mulpure");
    }
}
