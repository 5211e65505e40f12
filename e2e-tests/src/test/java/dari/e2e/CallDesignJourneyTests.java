package dari.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** From an empty page to a call, and a joint application that is given back, changed and handed in again. */
class CallDesignJourneyTests extends CallJourney {

    private static final String OFFER = "공통데이터모델 외래·진단 코호트";

    @Test
    void theOfficeDesignsACallAndGivesAJointApplicationBack() {
        Locale locale = Locale.KOREAN;
        Person administrator = member(locale, "admin@dari.example");
        String call = draft(administrator, "공동 활용 바우처", "Shared voucher", 2);
        String design = "/program/calls/" + call + "/design";
        administrator.open(design + "/form").look("80-form-builder");
        administrator.open(design + "/form/questions?section=money").press(administrator.text("admin", "admin.save"));
        assertThat(administrator.page.locator("#labelKo-error")).isVisible();
        administrator
                .fill("labelKo", "병원과 함께 얻는 것")
                .fill("labelEn", "What the hospital gains")
                .choose("kind", "LONG_TEXT")
                .fill("mostLength", "300")
                .look("81-question")
                .press(administrator.text("admin", "admin.save"));
        administrator.open(design + "/form/preview").look("82-form-preview");
        for (String part : new String[] {"rubric", "eligibility", "funding", "rules", "milestones"}) {
            administrator.open(design + "/" + part).look("83-" + part).press(administrator.text("admin", "admin.save"));
        }
        administrator.open(design).look("84-design").press(administrator.text("admin", "admin.call.open"));
        administrator.open("/program/calls/" + call + "/change").look("85-change");
        administrator
                .fill("until", LocalDate.now().plusDays(45).toString())
                .fill("reason", "설날이 있어 미룹니다.")
                .press(administrator.text("calls", "calls.extend"));
        Person visitor = person(locale).open("/calls/" + call + "?lang=ko");
        assertThat(visitor.page.locator("main")).containsText("설날이 있어 미룹니다.");
        visitor.look("86-public-call");

        Person startup = member(locale, "hana@gyeolmaru.example");
        Person office = member(locale, "office@neoul.example");
        introduce(startup, OFFER, office);
        keepCertificate(startup, "납세증명서 공동");
        String application = begin(startup, call, OFFER, "200000000");
        startup.page.locator("main form#application textarea").last().fill("함께 논문을 씁니다.");
        startup.press(startup.text("admin", "admin.application.save"));
        assertThat(startup.page.locator("#readiness"))
                .containsText(startup.text("forms", "forms.money.above", 90_000_000));
        startup.fill("number", "1414201353").press(startup.text("forms", "forms.member.invite"));
        startup.look("87-joint-application");

        Person partner = member(locale, "office@mulpure.example");
        partner.open("/consortia/" + application);
        // A hospital is not asked how large it is.
        assertThat(partner.page.locator("input[name='declared.SIZE']")).hasCount(0);
        declare(partner);
        partner.look("88-consortium").press(partner.text("forms", "forms.consortium.confirm"));
        assertThat(partner.page.locator("main .pagehead"))
                .containsText(partner.text("forms", "forms.member.CONFIRMED"));
        startup.open("/startup/applications/" + application)
                .press(startup.text("admin", "admin.application.submit"))
                .look("89-receipt");
        assertThat(startup.page.locator("main")).containsText(startup.text("forms", "forms.receipt.number", 1));

        String screening = "/program/applications/" + application + "/screening";
        administrator.open(screening);
        assertThat(administrator.page.locator("#money + div"))
                .containsText(administrator.text("forms", "forms.money.above", 90_000_000));
        Locator ask = administrator.page.locator("main details:has(#ask-benefit)");
        ask.locator("summary").click();
        administrator
                .fill("ask-benefit", "환자에게 어떤 이익인지 적어 주세요.")
                .fill("reason", "한 곳을 고쳐 주세요.")
                .look("90-screening")
                .press(administrator.text("admin", "admin.decision.return"));
        assertThat(administrator.page.locator("main .pagehead"))
                .containsText(administrator.text("admin", "admin.application.status.RETURNED"));
        startup.open("/startup/applications/" + application);
        assertThat(startup.page.locator("main")).containsText("환자에게 어떤 이익인지 적어 주세요.");
        startup.look("91-returned")
                .fill("q-benefit", "Fewer emergencies and fewer nights in hospital")
                .press(startup.text("admin", "admin.application.submit"));
        assertThat(startup.page.locator("main")).containsText(startup.text("forms", "forms.receipt.number", 2));
        administrator.open(screening);
        assertThat(administrator.page.locator("main ins").first()).containsText("nights");
        administrator.look("92-difference");
        administrator.open("/program/calls/" + call).press(administrator.text("admin", "admin.call.close"));
    }
}
