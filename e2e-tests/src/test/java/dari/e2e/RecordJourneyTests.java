package dari.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is on record of an organisation: the desk gives it back, it is mended, verified, and later changed by a request. */
class RecordJourneyTests extends Journey {

    private static final String OWNER = "owner@twinharbour.example";

    @Test
    void aVerificationComesBackIsMendedAndWhatWasVerifiedChangesOnlyByTheDesksDecision() {
        Person owner = person(Locale.ENGLISH).open("/?lang=en");
        signUp(owner, "STARTUP", "쌍둥이항구", "311-81-22220", OWNER);
        owner.signIn(OWNER, PASSWORD).setUpSecondStep();

        Person administrator = member(Locale.ENGLISH, "admin@dari.example");
        administrator.eventually("/program/verifications", "쌍둥이항구").follow("쌍둥이항구");
        administrator.press(administrator.text("records", "admin.verification.return"));
        administrator.sees(administrator.text("admin", "admin.reason.missing")).look("160-return-why");
        administrator
                .fill("reason", "The certificate says 쌍둥이항구 주식회사.")
                .press(administrator.text("records", "admin.verification.return"));

        owner.open("/home").sees(owner.text("records", "records.waiting.returned"));
        toldByLetter(owner, "gave the verification of 쌍둥이항구 back");
        owner.open("/account/verification")
                .sees("The certificate says 쌍둥이항구 주식회사.")
                .look("161-given-back");
        owner.fill("name", "쌍둥이항구 주식회사")
                .fill("englishName", "Twin Harbour")
                .fill("why", "The name as the certificate has it")
                .press(owner.text("records", "records.correct.button"));
        owner.isTold(owner.text("admin", "admin.saved"));
        owner.press(owner.text("records", "records.again"));
        owner.isTold(owner.text("records", "records.handedIn")).look("162-handed-in-again");

        administrator.open("/program/verifications").follow("Twin Harbour");
        administrator.sees("쌍둥이항구 주식회사").look("163-mended");
        administrator
                .fill("reason", "As the certificate")
                .press(administrator.text("admin", "admin.verification.approve"));
        toldByLetter(owner, "verified Twin Harbour");

        owner.open("/account/verification").fill("englishName", "Two Capes").fill("why", "");
        owner.press(owner.text("records", "records.ask.button"));
        owner.sees(owner.text("records", "records.why.missing"))
                .fill("why", "Renamed by the general meeting")
                .press(owner.text("records", "records.ask.button"));
        owner.isTold(owner.text("records", "records.asked")).look("164-asked");
        assertThat(owner.page.locator(".facename")).containsText("Twin Harbour");

        administrator.open("/program/changes").look("165-requests").follow("Twin Harbour");
        administrator.sees("Two Capes").sees("Renamed by the general meeting").look("166-request");
        owner.open("/account").sees("Twin Harbour");
        administrator
                .fill("reason", "Seen in the register of companies")
                .press(administrator.text("records", "records.approve"));
        administrator.open("/program/changes").sees(administrator.text("records", "records.status.APPROVED"));

        owner.open("/account/verification")
                .sees("Seen in the register of companies")
                .look("167-in-force");
        assertThat(owner.page.locator(".facename")).containsText("Two Capes");
        owner.open("/notifications").sees("changed what is on record of Two Capes");
        toldByLetter(owner, "changed what is on record of Two Capes");
    }

    /** The letter lies in the demo's box. */
    private static void toldByLetter(Person person, String said) {
        person.eventually("/demo/mail", said);
    }
}
