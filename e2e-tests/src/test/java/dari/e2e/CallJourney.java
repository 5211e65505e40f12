package dari.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What several journeys through a call begin with. */
abstract class CallJourney extends Journey {

    /** A draft of the voucher call under a title of its own, so that no other journey takes it for the demo's. */
    final String draft(Person administrator, String titleKo, String titleEn, int leastReviews) {
        administrator.open("/program/calls").press(administrator.text("calls", "calls.template"));
        String call = lastOf(administrator.page.url().replace("/design", ""));
        administrator.open("/program/calls/" + call + "/edit");
        administrator
                .fill("titleKo", titleKo)
                .fill("titleEn", titleEn)
                .fill("leastReviews", Integer.toString(leastReviews))
                .press(administrator.text("admin", "admin.save"));
        return call;
    }

    /** The two sides agree to talk about an offer, unless they did in an earlier journey. */
    final void introduce(Person startup, String offer, Person office) {
        startup.open("/startup/search").follow(offer);
        Locator interest = startup.page
                .locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName(startup.text("discovery", "discovery.offer.interest"))
                                .setExact(true));
        if (interest.count() > 0) {
            interest.first().click();
            office.open("/introductions/" + lastOf(startup.page.url()));
            if (office.page.locator("#body").count() == 0) {
                office.press(office.text("introductions", "introductions.accept"));
            }
            assertThat(office.page.locator("#body")).isVisible();
        }
    }

    /** A clean tax certificate in the startup's wallet. */
    final void keepCertificate(Person startup, String title) {
        startup.open("/documents/new").choose("kind", "TAX_CLEARANCE").fill("title", title);
        startup.page.setInputFiles(
                "#file", new FilePayload("tax.txt", "text/plain", title.getBytes(StandardCharsets.UTF_8)));
        startup.press(startup.text("documents", "documents.save"));
    }

    /** Begins an application with the hospital of an offer and fills it in, all but what only this call asks. */
    final String begin(Person startup, String call, String offer, String price) {
        startup.open("/startup/applications/new?call=" + call);
        startup.page
                .locator("main .form-check", new Page.LocatorOptions().setHasText(offer))
                .locator("input[name=introduction]")
                .check();
        startup.press(startup.text("forms", "forms.new.begin"));
        startup.fill("q-summaryKo", "만성질환 환자의 재방문을 미리 알립니다.")
                .fill("q-summaryEn", "Foresees return visits of chronic patients.")
                .fill("q-benefit", "Fewer emergencies")
                .fill("q-plan", "Train, test, destroy")
                .fill("q-product", "Care")
                .fill("q-patients", "1000")
                .fill("q-price", price)
                .fill("q-start", "2027-03-02")
                .check("track", "small")
                .check("q.stage", "none")
                .check("q.dataKinds", "structured")
                .check("q.generative", "no");
        // A firm that keeps its figures is not asked.
        if (startup.page.locator("input[name='declared.SIZE']").count() > 0) {
            startup.check("declared.SIZE", "SMALL");
        }
        declare(startup);
        startup.page.locator("#q-taxCertificate").selectOption(new SelectOption().setIndex(1));
        return lastOf(startup.page.url());
    }

    /** Appoints a panel of two at least, with the first reviewer in the chair. */
    static void seat(Person administrator, String desk, List<String> names) {
        administrator.open(desk + "/panel");
        for (String name : names) {
            administrator.page.getByLabel(Pattern.compile(name)).first().check();
        }
        Locator chair = administrator.page.locator("#chair option", new Page.LocatorOptions().setHasText("서도윤"));
        administrator
                .choose("chair", chair.getAttribute("value"))
                .fill("quorum", "2")
                .press(administrator.text("panel", "panel.members.save"));
    }

    /** What nobody who takes part may owe or hide. */
    final void declare(Person member) {
        for (String fact : new String[] {"TAX_ARREARS", "DUPLICATE_FUNDING", "DEBARRED"}) {
            member.check("declared." + fact, "NO");
        }
        member.check("declared.REGION", "OTHER");
    }

    /** The last part of an address: the id of what a page shows. */
    static String lastOf(String url) {
        return url.replaceFirst("[?#].*", "").replaceFirst(".*/", "");
    }
}
