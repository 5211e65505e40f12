package dari.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A startup and two hospitals rank each other, the seed was bound before, and everybody can count the result again. */
class CohortJourneyTests extends CallJourney {

    private static final String TITLE = "Heart cohort";
    private static final String OFFER = "Emergency visits and tests";

    @Test
    void bothSidesRankAndThePublishedRuleBringsThemTogether() throws IOException {
        Person administrator = member(Locale.ENGLISH, "admin@dari.example");
        String call = draft(administrator, "코호트 바우처", "Cohort voucher", 1);
        administrator.open("/program/calls/" + call + "/design").press(administrator.text("admin", "admin.call.open"));
        Person startup = member(Locale.ENGLISH, "hana@gyeolmaru.example");
        Person wanted = member(Locale.ENGLISH, "office@neoul.example");
        introduce(startup, OFFER, wanted);
        keepCertificate(startup, "Tax clearance of the cohort");
        begin(startup, call, OFFER, "20000000");
        startup.press(startup.text("admin", "admin.application.submit"));

        String cohort = form(administrator, call);
        startup.open("/startup/cohorts").look("130-asked").follow(TITLE);
        rank(startup, List.of("Neoul", "Mulpure")).look("131-ranked");
        for (String email : List.of("office@neoul.example", "office@mulpure.example")) {
            Person office = member(Locale.ENGLISH, email);
            office.open("/hospital/cohorts").follow(TITLE);
            if (office.page.locator("input.rank").count() == 0) {
                office.look("132-departments")
                        .page
                        .locator("main a[href*='/departments/']")
                        .first()
                        .click();
            }
            rank(office, List.of("Gyeolmaru"));
        }

        administrator.open("/program/cohorts/" + cohort).look("133-lists-in");
        administrator.press(administrator.text("cohorts", "cohorts.close"));
        administrator.press(administrator.text("cohorts", "cohorts.run")).look("134-result");
        administrator.open("/program/cohorts/" + cohort + "/what-if").look("135-what-if");
        administrator
                .press(administrator.text("cohorts", "cohorts.whatIf.button"))
                .sees(administrator.text("cohorts", "cohorts.whatIf.same"));
        administrator.open("/program/cohorts/" + cohort);
        Download certificate = administrator.page.waitForDownload(
                () -> administrator.follow(administrator.text("cohorts", "cohorts.certificate")));
        assertThat(Files.readString(certificate.path())).contains("\"blockingPairs\"");
        administrator.press(administrator.text("cohorts", "cohorts.publish"));

        startup.open("/startup/cohorts/" + cohort).look("136-outcome");
        assertThat(startup.page.locator("#outcome ~ ul")).containsText("Neoul");
        Person citizen = person(Locale.ENGLISH).open("/calls/" + call + "/cohorts/" + cohort + "?lang=en");
        citizen.look("137-public").sees("Gyeolmaru");
    }

    /** Up to the moment when both sides are asked for their lists. */
    private static String form(Person administrator, String call) {
        administrator.open("/program/cohorts").look("127-cohorts");
        administrator
                .choose("call", call)
                .fill("titleKo", "심장 코호트")
                .fill("titleEn", TITLE)
                .press(administrator.text("cohorts", "cohorts.new.button"));
        String cohort = lastOf(administrator.page.url());
        administrator.page.locator("input[name=chosen]").first().check();
        administrator.press(administrator.text("cohorts", "cohorts.eligible.add"));
        for (String hospital : List.of("Neoul", "Mulpure")) {
            Locator option = administrator
                    .page
                    .locator("#hospital option", new Page.LocatorOptions().setHasText(hospital))
                    .first();
            administrator
                    .choose("hospital", option.getAttribute("value"))
                    .fill("seats", "1")
                    .fill("fewest", "0")
                    .press(administrator.text("cohorts", "cohorts.department.add"));
        }
        administrator.choose("kind", "size:small").fill("atLeast", "1");
        administrator.press(administrator.text("cohorts", "cohorts.goal.add")).look("128-forming");
        administrator
                .fill("due", LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(3).toString())
                .check("optimal", "APPLICANTS")
                .press(administrator.text("cohorts", "cohorts.opening.button"));
        administrator.look("129-opened");
        return cohort;
    }

    /** Ranks others in this order and sends the list. */
    private static Person rank(Person member, List<String> order) {
        for (int i = 0; i < order.size(); i++) {
            member.page
                    .locator("main li", new Page.LocatorOptions().setHasText(order.get(i)))
                    .locator("input.rank")
                    .fill(Integer.toString(i + 1));
        }
        member.press(member.text("cohorts", "cohorts.list.send"));
        assertThat(member.page.locator("main")).containsText(Pattern.compile(order.get(0)));
        return member;
    }
}
