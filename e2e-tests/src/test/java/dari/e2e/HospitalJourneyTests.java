package dari.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How a hospital keeps its side: an offer through its life, its boards in order. */
class HospitalJourneyTests extends Journey {

    private static final String TITLE = "심전도 판독 자료";

    @Test
    void anOfferIsWrittenShownPausedChangedAndWithdrawn() {
        Person office = member(Locale.KOREAN, "office@mulpure.example").open("/hospital/offers/new");
        office.fill("titleKo", TITLE)
                .fill("titleEn", "ECG readings")
                .fill("summaryKo", "열두 유도 심전도와 판독입니다.")
                .fill("summaryEn", "Twelve-lead ECG and readings.")
                .fill("modality", "ECG")
                .fill("persons", "5400")
                .fill("yearFrom", "2018")
                .fill("yearTo", "2024")
                .check("formats", "format:csv");
        office.page.locator("details.more summary").first().click();
        office.choose("commercialUse", "yes").choose("aiTrain", "yes").choose("aiGenerate", "no");
        assertThat(office.page.locator("#sentence")).containsText(office.text("offers", "offers.form.commercialUse"));
        office.look("120-offer").press(office.text("offers", "offers.form.save"));

        office.open("/hospital/offers").look("121-offers").follow(TITLE);
        office.follow(office.text("offering", "offering.preview.open"))
                .sees("5,400")
                .look("122-preview");
        office.press(office.text("offers", "offers.form.publish"));
        Person startup = member(Locale.KOREAN, "hana@gyeolmaru.example").eventually("/startup/offers", TITLE);

        office.open("/hospital/offers").follow(TITLE);
        office.fill("persons", "6100").press(office.text("offers", "offers.form.publish"));
        office.open("/hospital/offers").follow(TITLE);
        office.follow(office.text("offering", "offering.versions"))
                .sees("6,100")
                .look("123-versions");

        office.open("/hospital/offers");
        office.row(TITLE).getByText(office.text("offers", "offers.form.pause")).click();
        startup.eventuallyWithout("/startup/offers", TITLE);
        office.row(TITLE)
                .getByText(office.text("offers", "offers.form.withdraw"))
                .click();
        assertThat(office.row(TITLE)).not().containsText(office.text("offers", "offers.form.withdraw"));
    }

    @Test
    void boardsStandInTheirOrderAndMakeTheStartupsPlan() {
        Person office = member(Locale.ENGLISH, "office@neoul.example")
                .open("/hospital/boards")
                .look("124-boards");
        office.follow(office.text("boards", "boards.new")).look("125-board");
        office.check("kind", "DRB")
                .fill("nameKo", "보안위원회")
                .fill("nameEn", "Security committee")
                .fill("place", "9")
                .check("necessity", "ALWAYS")
                .fill("leadDays", "7")
                .fill("medianDays", "12")
                .press(office.text("boards", "boards.save"));
        office.open("/hospital/boards").sees("Security committee");
        assertThat(office.page.locator("main tbody tr").last()).containsText("Security committee");
        String board = office.page
                .locator("main tbody tr")
                .last()
                .locator("a[href*='/hospital/boards/']")
                .first()
                .getAttribute("href");
        office.open(board)
                .press(office.text("boards", "boards.effects.ask"))
                .sees(office.text("boards", "boards.effects.save"))
                .look("124-board-effects");
        office.open(board + "/form").look("125-board-form");
        office.open("/hospital/boards");

        Person startup = member(Locale.ENGLISH, "hana@gyeolmaru.example").open("/startup/search");
        startup.follow("Outpatient and diagnosis cohort in OMOP");
        startup.open(startup.path().replaceFirst("\\?.*", "") + "/plan")
                .sees("Security committee")
                .look("126-plan");

        office.row("Security committee")
                .getByText(office.text("boards", "boards.remove"))
                .click();
        assertThat(office.page.locator("main")).not().containsText("Security committee");
    }
}
