package dari.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A ranked call with one place: two applications are reviewed, ranked and decided; the reserve moves up and settles. */
class RankedCallJourneyTests extends CallJourney {

    private static final String FIRST = "Emergency visits and tests";
    private static final String SECOND = "Encounters and conditions from health records";
    private static final List<String> REVIEWERS = List.of("reviewer1@dari.example", "reviewer2@dari.example");

    @Test
    void twoApplicationsCompeteForOnePlace() throws IOException {
        Locale locale = Locale.ENGLISH;
        Person administrator = member(locale, "admin@dari.example");
        String call = draft(administrator, "순위 바우처", "Ranked voucher", 1);
        String desk = "/program/calls/" + call;
        administrator.open(desk + "/design/rules").fill("places", "1").press(administrator.text("admin", "admin.save"));
        administrator.open(desk + "/design").press(administrator.text("admin", "admin.call.open"));

        Person startup = member(locale, "hana@gyeolmaru.example");
        introduce(startup, FIRST, member(locale, "office@neoul.example"));
        introduce(startup, SECOND, member(locale, "office@mulpure.example"));
        keepCertificate(startup, "Tax clearance");
        String strong = begin(startup, call, "Emergency visits and tests", "20000000");
        startup.press(startup.text("admin", "admin.application.submit"));
        String weak = begin(startup, call, "Encounters and conditions from health records", "5000000");
        startup.press(startup.text("admin", "admin.application.submit"));
        startup.open("/startup/applications/" + weak + "/people").look("100-named-people");
        startup.check("kind", "COLLABORATOR")
                .fill("name", "서도윤")
                .fill("reason", "A paper together in 2025")
                .press(startup.text("reviewers", "reviewers.named.add"));
        administrator.open(desk).press(administrator.text("admin", "admin.call.close"));

        assignReviewers(administrator, desk);
        for (String reviewer : REVIEWERS) {
            reviewOnAPhone(member(locale, reviewer));
        }
        administrator.open(desk).look("104-board");
        discuss(administrator, member(locale, REVIEWERS.get(0)), strong);
        present(administrator, desk);
        decideChecks(administrator, strong);
        decideChecks(administrator, weak);
        decideTheList(administrator, desk, locale);

        administrator.open(desk + "/letters").look("112-letters");
        administrator.press(administrator.text("panel", "panel.letters.send", 2));
        startup.open("/startup/applications/" + weak + "/decision").look("113-reserve");
        assertThat(startup.page.locator("main")).containsText(startup.text("panel", "panel.place.reserve"));
        startup.page.locator("#letters ~ ul a").first().click();
        startup.look("114-letter").prints(2);
        startup.open("/startup/applications/" + strong + "/decision").look("115-offered");
        startup.press(startup.text("panel", "panel.place.giveUp"));
        startup.eventually("/startup/applications/" + weak + "/decision", startup.text("panel", "panel.place.movedUp"));
        startup.look("116-moved-up").press(startup.text("panel", "panel.place.accept"));
        startup.eventually("/projects", "P-20");

        settle(administrator, startup, weak);
        administrator.open("/program/figures?call=" + call).look("120-figures");
        Download figures = administrator.page.waitForDownload(() -> administrator.follow("CSV"));
        assertThat(Files.readString(figures.path())).contains("voucher");
        Download evidence = administrator.page.waitForDownload(
                () -> administrator.press(administrator.text("figures", "figures.evidence.make")));
        assertThat(Files.size(evidence.path())).isPositive();
        administrator
                .open("/program/figures/report?call=" + call)
                .look("121-report")
                .prints(6);
    }

    /** The first reviewer worked with the second applicant: the office sees why, and adds somebody by hand. */
    private static void assignReviewers(Person administrator, String desk) {
        administrator.open("/program/reviewers").look("101-directory");
        administrator.open(desk + "/assignment").press(administrator.text("reviewers", "reviewers.assignment.propose"));
        assertThat(administrator.page.locator("main"))
                .containsText(administrator.text("reviewers", "reviewers.assignment.excluded", 1));
        administrator.page.locator("main details summary").last().click();
        administrator.look("102-assignment");
        Locator byHand = button(administrator, administrator.text("reviewers", "reviewers.assignment.addReviewer"));
        if (byHand.count() > 0) {
            byHand.first().click();
        }
        administrator
                .page
                .locator("main form[action$='/assignment/confirm'] button")
                .click();
    }

    /** Everything that waits for a reviewer of the call, in the width of a phone. */
    private static void reviewOnAPhone(Person reviewer) {
        reviewer.page.setViewportSize(390, 844);
        Locator waiting = reviewer.page
                .locator("main tbody tr", new Page.LocatorOptions().setHasText(Pattern.compile("Gyeolmaru|결마루")))
                .filter(new Locator.FilterOptions().setHasText(reviewer.text("admin", "admin.review.status.INVITED")));
        reviewer.open("/reviews");
        int open = waiting.count();
        for (int i = 0; i < open; i++) {
            reviewer.open("/reviews");
            boolean first = waiting.first().textContent().matches("(?s).*(Neoul|너울).*");
            waiting.first().getByRole(AriaRole.LINK).first().click();
            reviewer.press(reviewer.text("admin", "admin.review.noConflict"));
            for (String criterion : List.of("need", "plan", "team", "benefit")) {
                reviewer.check("score." + criterion, first ? "5" : "4");
            }
            reviewer.fill("comment", "Clear and feasible").examine();
            if (i == 0) {
                reviewer.look("103-review").page.setViewportSize(390, 844);
            }
            reviewer.press(reviewer.text("admin", "admin.review.submit"));
        }
        reviewer.page.setViewportSize(1280, 900);
    }

    private static void discuss(Person administrator, Person reviewer, String application) {
        administrator
                .open("/program/applications/" + application + "/discussion")
                .press(administrator.text("reviewers", "reviewers.discussion.open"));
        administrator
                .fill("text", "Is the plan realistic in six months?")
                .press(administrator.text("reviewers", "reviewers.discussion.send"));
        administrator.look("105-discussion");
        reviewer.open("/reviews");
    }

    private static void present(Person administrator, String desk) {
        administrator.open(desk + "/presentations").fill("place", "Hall A");
        administrator
                .press(administrator.text("panel", "panel.presentation.assign"))
                .look("106-presentations");
        administrator.press(administrator.text("panel", "panel.presentation.tell", 2));
    }

    private void decideTheList(Person administrator, String desk, Locale locale) {
        // The first reviewer stays out of the second application; the third's hospital has no project with anybody.
        seat(administrator, desk, List.of("서도윤", "민채원", "남가을"));
        administrator.open(desk + "/panel").look("107-panel");
        administrator.open(desk + "/ranking").look("108-ranking").prints(3);
        administrator.press(administrator.text("panel", "panel.ranking.submit"));
        for (String email : List.of(REVIEWERS.get(0), REVIEWERS.get(1), "board1@solbaram.example")) {
            Person voter = member(locale, email);
            voter.open("/panel");
            voter.page
                    .locator("main tbody tr", new Page.LocatorOptions().setHasText("Ranked voucher"))
                    .getByRole(AriaRole.LINK)
                    .first()
                    .click();
            voter.check("choice", "APPROVE")
                    .fill("reason", "The order is right")
                    .look("109-ballot");
            voter.press(voter.text("panel", "panel.vote.cast"));
            assertThat(voter.page.getByText(voter.text("panel", "panel.vote.saved")))
                    .isVisible();
        }
        administrator
                .open(desk + "/ranking")
                .fill("text", "Both agreed to the order.")
                .look("110-close");
        administrator.press(administrator.text("panel", "panel.close"));
        administrator.fill("text", "The list was confirmed.").press(administrator.text("panel", "panel.publish"));
        administrator.look("111-ranked");
    }

    /** Agreement, mid-term, final evaluation, settlement with money to be paid back. */
    private static void settle(Person administrator, Person startup, String application) {
        String steps = "/program/applications/" + application + "/milestones";
        startup.open("/milestones/" + application).look("117-milestones");
        for (String step : List.of("agreement", "midterm", "final", "settlement")) {
            if (!step.equals("final")) {
                startup.open("/milestones/" + application).fill("evidence-" + step, "Done as planned");
                startup.page
                        .locator("#step-" + step)
                        .getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions()
                                        .setName(startup.text("milestones", "milestones.give"))
                                        .setExact(true))
                        .click();
            }
            administrator.open(steps);
            Locator section = administrator.page.locator("#step-" + step);
            if (step.equals("final")) {
                section.locator("summary").click();
            }
            administrator.fill("reason-" + step, "Read and in order");
            if (step.equals("settlement")) {
                administrator.fill("spent-settlement", "3000000").fill("clawback-settlement", "1000000");
                administrator.look("118-settlement");
            }
            section.locator("button[name=what][value=settle]").click();
        }
        assertThat(administrator.page.locator("#step-settlement")).containsText("1,000,000");
        administrator.look("119-settled");
    }

    private static Locator button(Person person, String name) {
        return person.page
                .locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
