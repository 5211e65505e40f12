package dari.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How the two sides come to talk: interest, an answer, a conversation, a meeting. */
class PartnersJourneyTests extends Journey {

    private static final String NEED = "Early returns to the emergency room";
    private static final String OFFER = "전자의무기록 방문·진단 자료";

    @Test
    void fromInterestToAMeetingInBothCalendars() throws IOException {
        Person startup = member(Locale.KOREAN, "hana@gyeolmaru.example").open("/introductions");
        int before = startup.rows(OFFER).count();
        startup.open("/startup/search").follow(OFFER);
        startup.page
                .getByText(startup.text("discovery", "discovery.offer.interest"))
                .dblclick();
        assertThat(startup.page).hasURL(Pattern.compile("/introductions/"));
        String talk = startup.path();
        assertThat(startup.open("/introductions").rows(OFFER)).hasCount(before + 1);

        Person office = member(Locale.KOREAN, "office@mulpure.example");
        office.open("/hospital/answers/new?kind=ACCEPT")
                .fill("name", "첫 인사")
                .fill("bodyKo", "{startup} 여러분, 반갑습니다. 다음 주에 만납시다.")
                .fill("bodyEn", "Welcome, {startup}. Let us meet next week.")
                .press(office.text("answers", "answers.form.preview"))
                .look("100-template")
                .press(office.text("answers", "answers.form.save"));
        office.open("/hospital/answers").look("101-templates");
        office.open("/home").look("102-waits-for-the-office").sees("결마루");
        office.open(talk);
        String template = office.page
                .locator("#template option", new Page.LocatorOptions().setHasText("첫 인사"))
                .first()
                .getAttribute("value");
        office.choose("template", template).press(office.text("introductions", "introductions.template.fill"));
        assertThat(office.page.locator("#message")).hasValue("결마루 여러분, 반갑습니다. 다음 주에 만납시다.");
        office.look("103-answer").press(office.text("introductions", "introductions.accept"));
        office.sees("다음 주에 만납시다");
        office.page.getByText(office.text("handovers", "handovers.hand")).click();
        office.fill("handover-note", "예산을 먼저 물어봅니다").press(office.text("handovers", "handovers.submit"));
        office.isTold(office.text("handovers", "handovers.done")).sees("예산을 먼저 물어봅니다");
        assertThat(startup.open(talk).page.locator("aside")).containsText("한지우");
        assertThat(startup.page.locator("aside")).not().containsText("예산을 먼저 물어봅니다");

        startup.open(talk)
                .fill("body", "연구계획서를 보냅니다.")
                .upload("file", "plan.txt", "patient 900101-1234568 wants")
                .press(startup.text("introductions", "introductions.send"));
        startup.sees(startup.text("documents", "documents.refused.rrn")).look("104-refused-file");
        assertThat(startup.page.locator("#body")).hasValue("연구계획서를 보냅니다.");
        startup.upload("file", "plan.txt", "Aims, methods, end points");
        startup.page
                .getByText(startup.text("introductions", "introductions.send"))
                .dblclick();
        assertThat(startup.page.locator("ol.timeline li", new Page.LocatorOptions().setHasText("연구계획서를 보냅니다")))
                .hasCount(1);
        startup.sees("plan.txt");

        LocalDateTime when =
                LocalDateTime.now(ZoneId.of("Asia/Seoul")).plusDays(9).truncatedTo(ChronoUnit.HOURS);
        startup.follow(startup.text("meetings", "meetings.propose"));
        startup.fill("slot1", when.toString()).fill("slot2", when.plusDays(1).toString());
        startup.fill("place", "본관 3층").look("105-propose").press(startup.text("meetings", "meetings.form.send"));
        startup.isTold(startup.text("meetings", "meetings.proposed"))
                .open("/home")
                .look("106-waits-for-the-hospital");
        startup.sees("물푸레대학교병원");

        office.open(talk).look("107-choose");
        Locator slots = office.page.locator("main input[name=slot]");
        assertThat(slots).hasCount(2);
        slots.nth(1).check();
        office.press(office.text("meetings", "meetings.pick")).isTold(office.text("meetings", "meetings.agreed"));
        Download calendar =
                office.page.waitForDownload(() -> office.follow(office.text("meetings", "meetings.calendar")));
        assertThat(Files.readString(calendar.path())).contains("BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART");
        startup.open("/notifications").look("108-told").sees("만");
        office.open("/hospital/capacity").look("109-capacity").sees(OFFER);
    }

    @Test
    void aHospitalFindsANeedAndInvitesItsStartup() {
        Person startup = member(Locale.ENGLISH, "hana@gyeolmaru.example").open("/startup/needs/new");
        startup.fill("title", NEED)
                .fill("text", "Foresees which patients come back to the emergency room within three days")
                .fill("modality", "EHR")
                .fill("persons", "800")
                .fill("yearFrom", "2015")
                .fill("yearTo", "2018")
                .press(startup.text("needs", "needs.form.publish"));

        Person office = member(Locale.ENGLISH, "office@neoul.example").eventually("/hospital/needs", NEED);
        office.look("110-needs").follow(NEED);
        office.look("111-need");
        office.fill("message", "Your question suits our cohort.")
                .press(office.text("invitations", "invitations.form.send"));
        office.open("/invitations").look("112-invited").sees("Gyeolmaru");

        startup.open("/home").sees("Neoul Medical Center").look("113-invitation-waits");
        startup.open("/invitations").look("114-invitations");
        startup.row(NEED).getByRole(AriaRole.LINK).first().click();
        startup.sees("Your question suits our cohort.").look("115-invitation");
    }
}
